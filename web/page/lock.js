// Closes the door behind the start: a second policy, which can only make the first one narrower.
import { build } from './assets.js';

export function lockConnections() {
  if (build.single) return; // its policy forbade every connection from the first byte
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `connect-src ${build.allow.length ? build.allow.join(' ') : "'none'"}`;
  document.head.append(meta);
}
