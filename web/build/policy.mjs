// The content security policy: scripts and style pinned by their hashes, everything else forbidden.
import crypto from 'node:crypto';

export const sha256 = (text) => `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`;
export const sha384 = (bytes) => `sha384-${crypto.createHash('sha384').update(bytes).digest('base64')}`;

// connect: the sources of connect-src, e.g. ["'self'", 'https://profiles.corp'].
export function policy({ scripts, style, connect }) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map((text) => `'${sha256(text)}'`).join(' ')} 'wasm-unsafe-eval'`,
    `style-src '${sha256(style)}'`,
    'worker-src blob:',
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `connect-src ${connect.join(' ')}`,
  ].join('; ');
}
