// Fills index.html: one template, two outputs.
import fs from 'node:fs';
import { policy, sha256, sha384 } from './policy.mjs';

// Text inside an element must not end the element. (In JSON and JavaScript "<\/" is "</".)
const inElement = (text) => text.replace(/<\/(script|style)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

export const pinned = (url, bytes) => ({ url, integrity: sha384(bytes) });

// parts: {style, licences, version, icon, build (object for the page), connect, scripts: [{text, src?}]}
export function page({ style, licences, version, icon, build, connect, scripts }) {
  const texts = scripts.map(({ text }) => inElement(text));
  const values = {
    csp: policy({ scripts: texts, style, connect }),
    icon,
    style,
    licences,
    version,
    payload: `<script type="application/json" id="burnglass-build">${inElement(JSON.stringify(build))}</script>`,
    scripts: scripts
      // The policy takes a script from a file by the same hash that pins the file.
      .map(({ src }, i) => (src ? `<script src="${src}" integrity="${sha256(texts[i])}"></script>` : `<script>${texts[i]}</script>`))
      .join('\n'),
  };
  return fs.readFileSync('web/index.html', 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]);
}

export const scriptText = inElement;
