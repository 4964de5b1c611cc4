// The viewer's typefaces, made from the packaged fonts once and again when the recipe changes.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const FONTS = ['sans.otf', 'semibold.otf', 'mono.ttf'];
// The system's own Python is the one that has Debian's fonttools; another may come first on PATH.
const PYTHON = ['/usr/bin/python3', 'python3'].find((name) => !name.startsWith('/') || fs.existsSync(name));
const RECIPE = 'web/build/subset_fonts.py';

export function fonts(folder) {
  const made = FONTS.map((name) => path.join(folder, name));
  const recipe = fs.statSync(RECIPE).mtimeMs;
  if (!made.every((file) => fs.existsSync(file) && fs.statSync(file).mtimeMs >= recipe)) {
    execFileSync(PYTHON, [RECIPE, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return Object.fromEntries(FONTS.map((name, i) => [name, fs.readFileSync(made[i])]));
}
