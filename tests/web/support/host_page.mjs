// A page of somebody else's that embeds Burnglass in a frame, between two fields and much text.
import { dist, data } from './places.mjs';
import { serve } from './server.mjs';
import { until } from './visit.mjs';

const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,"><style>body { margin: 0; height: 3000px } iframe { border: 0 }</style>
<input id="before"><br><iframe id="frame" src="/index.html" width="900" height="500"></iframe><br><input id="after">`;

// {visit, page, frame, offset}: the host's page and the frame with Burnglass in it, ready; `offset` is where
// the frame lies in the page.
export async function hostPage(visit, onEnd) {
  const server = await serve(dist, {
    pages: { '/host.html': text },
    mounts: { '/profiles/': data },
  });
  onEnd(() => server.close());
  const url = `${server.url}host.html`;
  const opened = await visit(undefined, { url, waitForReady: false });
  const frame = await until(() => opened.page.frames()[1], 'the frame');
  await until(
    () => frame.evaluate(() => Boolean(window.burnglass?.ready)).catch(() => false),
    'Burnglass in the frame',
  );
  await frame.evaluate(() => window.burnglass.ready.then(() => true));
  const { x, y } = await opened.page.evaluate(() =>
    document.querySelector('iframe').getBoundingClientRect().toJSON(),
  );
  return { visit: opened, page: opened.page, frame, offset: { x, y } };
}

export const openInFrame = (frame, { name, bytes }) =>
  frame.evaluate(
    ([name, base64]) =>
      window.burnglass.open([
        { name, data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) },
      ]),
    [name, bytes.toString('base64')],
  );
