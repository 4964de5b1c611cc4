// What takes longer than 200 ms shows how far it is and can be called off.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { drop } from './support/drop.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { writeLargeProfile } from './support/profile_writer.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');
const folder = path.join(root, 'build/artefacts');
const large = { name: 'large.pb.gz', path: path.join(folder, 'large.pb.gz') };

function makeLarge() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(large.path, writeLargeProfile(800_000));
}

const cancelButton = async (page) => (await page.all('button', /cancel/i))[0];

test('a large file shows bytes and phase, then its flame graph', async ({ visit }) => {
  makeLarge();
  const page = await visit(SINGLE);
  await drop(page, [large.path]);
  await until(() => cancelButton(page), 'Cancel', 5);
  const seen = new Set();
  while (await cancelButton(page)) seen.add(await page.said(`loading ${large.name}`));
  const amounts = [...seen].filter((text) => /^[\d.]+( k?B)? of [\d.]+ MB \d+ %$/.test(text));
  assert.ok(amounts.length > 1, `bytes of bytes, growing: ${[...seen].join(' | ')}`);
  await page.flameDrawn();
  assert.equal((await page.answer('info')).name, large.name);
});

test('Cancel leaves what was open as it was', async ({ visit }) => {
  makeLarge();
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await drop(page, [large.path]);
  await page.clickAt(await until(() => cancelButton(page), 'Cancel', 5));
  await page.idle();
  assert.deepEqual(
    (await page.fileTabs()).map(({ value }) => value),
    [cpu.kind],
  );
  await assertTopIsPprofs(page, cpu);
  // The engine is free for the next file.
  assert.equal((await page.open([recorded('heap')])).opened.length, 1);
});

test('Esc cancels, too', async ({ visit }) => {
  makeLarge();
  const page = await visit(SINGLE);
  await drop(page, [large.path]);
  await until(() => cancelButton(page), 'Cancel', 5);
  await page.focusCanvas();
  await page.press('Escape');
  assert.deepEqual(await page.fileTabs(), []);
  assert.equal(await cancelButton(page), undefined);
});

test('a small file shows no progress', async ({ visit }) => {
  const page = await visit(SINGLE);
  const opened = page.open([cpu]);
  let over = false;
  opened.then(() => (over = true));
  const start = Date.now();
  while (!over && Date.now() - start < 200)
    assert.equal(await cancelButton(page), undefined, 'no Cancel within 200 ms');
  await opened;
}, { alone: true });

test('the page answers while a file is read', async ({ visit }) => {
  makeLarge();
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await drop(page, [large.path]);
  await until(() => cancelButton(page), 'Cancel', 5);
  await page.clickAt(await page.tabOf(cpu));
  await until(async () => (await page.all('box')).length > 10, 'the boxes of the other profile');
  assert.ok(await page.stats());
});
