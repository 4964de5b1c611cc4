// Lines: what pprof's list prints of the same file, with dropped sources, and links that are only copied.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drop } from './support/drop.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { plain, until } from './support/visit.mjs';

async function opened(visit) {
  const page = await visit(SINGLE, {
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.open([recorded('cpu')]);
  await page.idle();
  await page.press('5');
  return page;
}

async function choose(page, name) {
  await page.page.keyboard.press('/');
  await page.page.keyboard.type(name);
  await page.idle();
  const row = (await page.rows()).find((one) => one.name === name);
  assert.ok(row, `${name} is in the table`);
  await page.clickAt(row);
  await page.idle();
}

const lines = async (page) =>
  (await page.all('row', /^main\.go:/)).map(({ name, value }) => `${name} ${plain(value)}`);

test('lines cost what pprof -list prints', async ({ visit }) => {
  const page = await opened(visit);
  await choose(page, 'main.cpuWork');
  assert.equal((await page.find('label', 'lines of')).value, 'main.cpuWork');
  assert.deepEqual(await lines(page), [
    'main.go:132 cum 50 ms 3.8 % flat 0 ns 0.0 %',
    'main.go:133 cum 430 ms 32.8 % flat 0 ns 0.0 %',
    'main.go:134 cum 130 ms 9.9 % flat 0 ns 0.0 %',
    'main.go:147 cum 130 ms 9.9 % flat 0 ns 0.0 %',
    'main.go:148 cum 330 ms 25.2 % flat 0 ns 0.0 %',
    'main.go:157 cum 40 ms 3.1 % flat 0 ns 0.0 %',
  ]);
});

test('without a selection it is the hottest function, and says so', async ({ visit }) => {
  const page = await opened(visit);
  assert.match(await page.said('lines cost'), /hottest function, as none is selected/);
  assert.ok((await page.all('row', /^\w+\.go:\d+$/)).length > 0);
});

test('a dropped folder of sources gives the text, and opens no profile', async ({ visit, onEnd }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  onEnd(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'loadgen'));
  const text = Array.from({ length: 200 }, (_, i) => `\tsource of line ${i + 1}`).join('\n');
  writeFileSync(path.join(folder, 'loadgen', 'main.go'), text);
  writeFileSync(path.join(folder, 'loadgen', 'README.md'), 'no profile');
  const page = await opened(visit);
  await choose(page, 'main.cpuWork');
  assert.match(await page.said('source'), /Drop source files/);
  await drop(page, [path.join(folder, 'loadgen')]);
  await until(async () => (await page.said('source')) === 'Text of loadgen/main.go', 'the text');
  assert.equal(plain((await page.find('label', 'source line 133')).value), '    source of line 133');
  assert.equal((await page.fileTabs()).length, 1);
});

const PACKS = [
  ['code.zip', (archive, folder) => execFileSync('python3', ['-m', 'zipfile', '-c', archive, path.join(folder, 'loadgen')])],
  ['code.tar.gz', (archive, folder) => execFileSync('tar', ['-czf', archive, '-C', folder, 'loadgen'])],
];
for (const [name, pack] of PACKS) {
  test(`sources from ${name} give the text, and open no profile`, async ({ visit, onEnd }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
    onEnd(() => rmSync(folder, { recursive: true }));
    mkdirSync(path.join(folder, 'loadgen'));
    const text = Array.from({ length: 200 }, (_, i) => `\tpacked line ${i + 1}`).join('\n');
    writeFileSync(path.join(folder, 'loadgen', 'main.go'), text);
    writeFileSync(path.join(folder, 'loadgen', 'README.md'), 'no profile');
    const archive = path.join(folder, name);
    pack(archive, folder);
    const page = await opened(visit);
    await choose(page, 'main.cpuWork');
    await drop(page, [archive]);
    await until(async () => (await page.said('source')) === `Text of ${name}/loadgen/main.go`, 'the text');
    assert.equal(plain((await page.find('label', 'source line 133')).value), '    packed line 133');
    assert.equal((await page.fileTabs()).length, 1);
  });
}

test('a link to a line is copied, never followed', async ({ visit }) => {
  const page = await opened(visit);
  const row = (await page.rows()).find(({ name }) => name.startsWith('runtime.'));
  await page.clickAt(row);
  await page.idle();
  const button = await page.find('button', /^copy a link to line \d+$/);
  await page.clickAt(button);
  await page.idle();
  const copied = await page.page.evaluate(() => navigator.clipboard.readText());
  const line = button.name.match(/\d+/)[0];
  assert.match(copied, new RegExp(`^https://github.com/golang/go/blob/master/src/runtime/\\w+\\.(go|s)#L${line}$`));
  assert.equal(page.context.pages().length, 1);
});
