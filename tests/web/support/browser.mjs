// Debian's Chromium, driven through playwright-core: one for all tests of a process. It comes whole, with windows
// and tabs that nobody sees, and as a shell that has pages alone, draws the same pixels and takes little more than
// half the work. Most tests have the shell.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const found = (...names) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(existsSync);

export const CHROMIUM =
  process.env.CHROMIUM || found('chromium', 'chromium-browser', 'google-chrome') || '/usr/bin/chromium';
const SHELL = process.env.CHROMIUM || found('chromium-headless-shell') || CHROMIUM;

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  // The same pixels on every machine.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // As the whole one draws words; what the page draws itself is not hinted.
  '--font-render-hinting=slight',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

// A name that only this Chromium knows: plain http there is no secure context, as on an intranet.
export const INTRANET = 'intranet.test';

// `whole` is for tests of what a browser does around its pages.
export const launch = ({ whole = false } = {}) =>
  chromium.launch({
    executablePath: whole ? CHROMIUM : SHELL,
    args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`],
  });
