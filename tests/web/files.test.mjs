// How files come in and go out: streams and Blobs, no file system inside the program.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, deflateSync } from 'node:zlib';
import { drag, drop } from './support/drop.mjs';
import { words } from './support/flame.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { dist, SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { until } from './support/visit.mjs';

const cpu = recorded('cpu');

test('a drag over the page says that it may be let go, and says so no more when it leaves', async ({
  visit,
}) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await page.idle();
  const before = await words(page);
  const hovering = await drag(page, [cpu.path]);
  await page.idle();
  const during = await words(page);
  assert.notEqual(during, before);
  assert.match(during, /drop|let go/i);
  await hovering.leave();
  await until(async () => (await words(page)) === before, 'the invitation is gone');
});

test('a drop near the edge counts, too', async ({ visit }) => {
  const page = await visit(SINGLE);
  await drop(page, [cpu.path], { x: 3, y: 797 });
  await page.flameDrawn();
});

test('text dragged over the page is not ours', async ({ visit }) => {
  const page = await visit(SINGLE);
  const prevented = await page.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'words');
    const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    return !document.querySelector('canvas').dispatchEvent(event);
  });
  assert.equal(prevented, false);
});

test('content counts, not the name', async ({ visit }) => {
  const page = await visit(SINGLE);
  const plain = gunzipSync(cpu.bytes);
  for (const [name, bytes] of [
    ['cpu.txt', cpu.bytes],
    ['no extension', plain],
    ['picture.png', deflateSync(plain)],
    ['.hidden', Buffer.concat([cpu.bytes])],
  ]) {
    const { opened } = await page.open([{ name, bytes }]);
    assert.deepEqual(
      opened?.map((file) => file.name),
      [name],
    );
    await page.idle();
    await assertTopIsPprofs(page, cpu, 3);
  }
});

test('strange names are shown as they are', async ({ visit }) => {
  const page = await visit(SINGLE);
  const names = [
    '<b>bold</b>.pb.gz',
    'a\u202Egnp.exe',
    '日本語 プロファイル.pb',
    '%s%n%x',
    'x'.repeat(300),
  ];
  for (const name of names) {
    const { opened } = await page.open([{ name, bytes: cpu.bytes }]);
    assert.equal(opened[0].name, name);
    assert.equal((await page.answer('info')).name, name);
  }
  assert.equal(await page.page.evaluate(() => document.querySelectorAll('b').length), 0);
});

// A file system of Emscripten's would copy every file into memory once more.
test('the programs bring no file system', async () => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length > 0);
  for (const name of scripts) {
    const text = readFileSync(path.join(dist, name), 'utf8');
    assert.doesNotMatch(text, /MEMFS|FS_createPath|createDataFile|mayCreate/, name);
    assert.doesNotMatch(text, /\beval\(|new Function\(/, name);
  }
});

test('a large file is read as a stream, never as a whole', async ({ visit }) => {
  const page = await visit(SINGLE);
  const how = await page.page.evaluate(async (base64) => {
    const how = [];
    for (const way of ['arrayBuffer', 'text', 'bytes']) {
      const whole = Blob.prototype[way];
      if (whole)
        Blob.prototype[way] = function () {
          how.push(way);
          return whole.call(this);
        };
    }
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await window.burnglass.open([{ name: 'cpu', data: new Blob([bytes]) }]);
    return how;
  }, cpu.bytes.toString('base64'));
  assert.deepEqual(how, []);
});
