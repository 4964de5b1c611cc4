// Debian's Chromium, driven through playwright-core: one for all tests.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const named = ['chromium', 'chromium-browser', 'google-chrome'];
const found = (process.env.PATH ?? '')
  .split(path.delimiter)
  .flatMap((folder) => named.map((name) => path.join(folder, name)))
  .find(existsSync);

export const CHROMIUM = process.env.CHROMIUM || found || '/usr/bin/chromium';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  // The same pixels on every machine.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

// A name that only this Chromium knows: plain http there is no secure context, as on an intranet.
export const INTRANET = 'intranet.test';

export const launch = (options = {}) =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...CHROMIUM_ARGS,
      `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
      ...(options.args ?? []),
    ],
  });
