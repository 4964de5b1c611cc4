// Links: #profileURL=…&title=… as speedscope has them, and whatever the viewer understands of the
// rest. A link is applied once and then removed from the address bar.
import { build } from './assets.js';

export function takeLink() {
  const fragment = location.hash.replace(/^#/, '');
  if (!fragment) return null;
  const parameters = new URLSearchParams(fragment);
  history.replaceState(history.state, '', location.pathname + location.search);
  return { fragment, url: parameters.get('profileURL'), title: parameters.get('title'), theme: parameters.get('theme') };
}

const sameOrigin = (url) => url.origin === location.origin && /^https?:$/.test(url.protocol);

// Why a profile may not be fetched from there, or null.
function refusal(url) {
  if (build.single || location.protocol === 'file:') {
    return `${url.href} was not fetched: this page makes no connections at all. Save the file and drop it here, or use the served form of Burnglass.`;
  }
  if (sameOrigin(url) || build.allow.includes(url.origin)) return null;
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

// The profile of a link: {name, blob} or {name, message}.
export async function fetchProfile({ url: text, title }, progress) {
  let url;
  try {
    url = new URL(text, location.href);
  } catch {
    return { name: text, message: `"${text}" in the link is not an address.` };
  }
  const name = title || decodeURIComponent(url.pathname.split('/').pop()) || url.host;
  const message = refusal(url);
  if (message) return { name, message };
  try {
    const response = await fetch(url);
    if (!response.ok) return { name, message: `${url.href}: the server answered ${response.status} ${response.statusText}.`.replace(' .', '.') };
    return { name, blob: await readAll(response, (done, total) => progress(name, done, total)) };
  } catch (error) {
    return { name, message: `${url.href} could not be fetched (${error.message}). A profile on another host needs that host's permission (CORS), too.` };
  }
}
