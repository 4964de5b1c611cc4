// Links: #profileURL=…&title=… as speedscope has them, and whatever the viewer understands of the
// rest. A link is applied once and then removed from the address bar.
import { build } from './assets.js';

// What the page itself reads of a link; the rest is the viewer's.
const OWN = ['profileURL', 'title', 'theme'];

// {url, title, theme, fragment: the viewer's part}, or null.
export function takeLink() {
  const text = location.hash.replace(/^#/, '');
  if (!text) return null;
  const parameters = new URLSearchParams(text);
  const [url, title, theme] = OWN.map((name) => parameters.get(name));
  const fragment = text
    .split('&')
    .filter((part) => !OWN.includes(part.split('=')[0]))
    .join('&');
  history.replaceState(history.state, '', location.pathname + location.search);
  return { url, title, theme, fragment };
}

// This page's address with a fragment of the viewer.
export const addressWith = (fragment) => location.href.replace(/#.*/, '') + (fragment && `#${fragment}`);

const sameOrigin = (url) => url.origin === location.origin && /^https?:$/.test(url.protocol);

// Why a profile may not be fetched from there, or null. `locked`: the page has started (lock.js).
function refusal(url, locked) {
  if (build.single || location.protocol === 'file:') {
    return `${url.href} was not fetched: this page makes no connections at all. Save the file and drop it here, or use the served form of Burnglass.`;
  }
  if (build.allow.includes(url.origin)) return null;
  if (sameOrigin(url)) {
    return locked ? `${url.href} was not fetched: the page closed its connections when it had started. Open the link in a new tab.` : null;
  }
  const list = ['its own host', ...build.allow].join(', ');
  return `${url.href} was not fetched: this page may fetch profiles from ${list} only. To allow more, build it with: scripts/build web --allow ${url.origin}`;
}

async function readAll(response, progress) {
  const total = Number(response.headers.get('content-length')) || 0;
  const parts = [];
  let done = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done: end, value } = await reader.read();
    if (end) return new Blob(parts);
    parts.push(value);
    progress((done += value.length), total);
  }
}

// The last part of the path, as a person would write it.
function nameIn(url) {
  const part = url.pathname.split('/').pop();
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// The profile of a link: {name, blob} or {name, message}.
export async function fetchProfile({ url: text, title }, locked, progress) {
  let url;
  try {
    url = new URL(text, location.href);
  } catch {
    return { name: text, message: `"${text}" in the link is not an address.` };
  }
  const name = title || nameIn(url) || url.host;
  const message = refusal(url, locked);
  if (message) return { name, message };
  try {
    const response = await fetch(url);
    if (!response.ok) return { name, message: `${url.href}: the server answered ${response.status} ${response.statusText}.`.replace(' .', '.') };
    return { name, blob: await readAll(response, (done, total) => progress(name, done, total)) };
  } catch (error) {
    return { name, message: `${url.href} could not be fetched (${error.message}). A profile on another host needs that host's permission (CORS), too.` };
  }
}
