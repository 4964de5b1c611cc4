// A file on the disk as the page gets it: chosen in a field of our own, so that nobody asks the page to open it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../support/checks.mjs';

const folder = path.join(root, 'build/artefacts/chosen');

// The path of a file of these bytes, which is there until the test is over.
export function onDisk(name, bytes, onEnd) {
  const at = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(at, bytes);
  onEnd(() => rmSync(at, { force: true }));
  return at;
}

// Puts files into the field.
export async function choose(page, paths) {
  await page.page.evaluate(() => {
    if (document.getElementById('chosen')) return;
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen', multiple: true }));
  });
  await page.page.setInputFiles('#chosen', paths);
}

// Opens what is in the field: {opened} or {rejected}.
export const openChosen = (page) =>
  page.page.evaluate(() => {
    const files = [...document.getElementById('chosen').files].map((data) => ({ name: data.name, data }));
    return window.burnglass.open(files).then(
      ({ opened }) => ({ opened }),
      (error) => ({ rejected: error.message }),
    );
  });
