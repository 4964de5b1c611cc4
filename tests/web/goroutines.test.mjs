// Goroutines: two dumps joined by id, what seems stuck, each goroutine's text; the numbers are those of the
// command.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../support/checks.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';
import { has, plain, until } from './support/visit.mjs';

const command = path.join(root, 'build/release/burnglass');
const folder = path.join(root, 'tests/data/incidents/mail');
const mail = ['goroutine.debug2.1.txt', 'goroutine.debug2.2.txt'].map((name) => ({
  name,
  bytes: gunzipSync(readFileSync(path.join(folder, `${name}.gz`))),
}));
const culprit = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')).expect.culprit_function;

// What `burnglass goroutines --json` says of the same files.
function said(files) {
  if (!existsSync(command)) throw new Skip('there is no build/release/burnglass');
  const place = mkdtempSync(path.join(tmpdir(), 'burnglass-'));
  try {
    const paths = files.map(({ name }) => path.join(place, name));
    files.forEach(({ bytes }, i) => writeFileSync(paths[i], bytes));
    return JSON.parse(execFileSync(command, ['goroutines', '--json', ...paths], { maxBuffer: 1e9 }).toString());
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function opened(visit, files = mail, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open(files);
  await page.idle();
  return page;
}

// The table's rows, without those of the panel's stack.
const rows = async (page) =>
  (await page.all('row'))
    .filter(({ value }) => / now\b/.test(value))
    .map(({ name, value, rect, state }) => ({ name, value: plain(value), rect, state }));

const groupWords = (group) =>
  `${group.count} now, ${group.before} before, ${group.in_all_dumps} at the same place` +
  (group.came === '0' ? '' : `, ${group.came} new`);

test('three dumps are joined all, as the command joins them', async ({ visit }) => {
  const third = { name: 'goroutine.debug2.3.txt', bytes: mail[1].bytes.subarray(0, mail[1].bytes.lastIndexOf('\n\n')) };
  const page = await opened(visit, [...mail, third]);
  const { joined } = said([...mail, third]);
  assert.equal(
    await page.said('joined'),
    `joined by goroutine id: ${Number(joined.same) + Number(joined.moved)} in both · ${joined.came} new · ${joined.gone} gone`,
  );
  assert.match((await page.find('button', /^A {2}/)).name, /and 1 since/);
  await page.click('button', /^A {2}/);
  const items = (await page.all('menuitem')).map(({ name }) => name);
  assert.equal(items[0], 'All 2 earlier ones');
});

test('two dumps in one drop come to the front joined, the newest first', async ({ visit }) => {
  const page = await opened(visit);
  assert.ok(has(await page.find('tab', 'Goroutines'), 'selected'));
  assert.match(await page.link(), /view=goroutines/);
  const { joined, groups, gone } = said(mail);
  assert.equal(
    await page.said('joined'),
    `joined by goroutine id: ${Number(joined.same) + Number(joined.moved)} in both · ${joined.came} new · ${joined.gone} gone`,
  );
  const seen = await rows(page);
  assert.equal(seen[0].name, culprit);
  const here = seen.filter(({ value }) => !value.startsWith('0 now'));
  here.forEach(({ name, value }, i) => {
    assert.equal(name, groups[i].function);
    assert.ok(value.startsWith(groupWords(groups[i])), `${value} is ${groupWords(groups[i])}`);
    assert.ok(!groups[i].created_by || value.includes(`created by ${groups[i].created_by}`));
  });
  const left = seen.slice(here.length);
  assert.deepEqual(
    left.map(({ name, value }) => [name, Number(/(\d+) before/.exec(value)[1])]),
    gone.slice(0, left.length).map((group) => [group.function, Number(group.before)]),
  );
});

test('states are counted, and a click leaves one', async ({ visit }) => {
  const page = await opened(visit);
  const counts = new Map();
  for (const { state, count } of said(mail).groups)
    counts.set(state, (counts.get(state) ?? 0) + Number(count));
  const states = (await page.all('button', /^state /)).map(({ name, value }) => [name.slice(6), Number(plain(value))]);
  assert.ok(states.length > 1);
  for (const [state, count] of states) assert.equal(count, counts.get(state), state);
  await page.click('button', 'state chan receive');
  const seen = await rows(page);
  assert.ok(seen.length > 0);
  for (const { value } of seen) assert.match(value, /, chan receive/);
});

test('a chosen group shows its stack, its evidence and its goroutines as they are printed', async ({ visit }) => {
  const page = await opened(visit, mail, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('row', culprit);
  const [group] = said(mail).groups;
  const stack = await until(
    async () => {
      const frames = (await page.all('row')).filter(({ value }) => /\.go:\d+$/.test(value));
      return frames.length > 0 && frames;
    },
    'the stack',
  );
  assert.deepEqual(stack.map(({ name }) => name), group.stack.slice(0, stack.length));
  assert.match(await page.said('evidence'), /evidence, not proof/);
  const ids = await page.all('button', /^goroutine \d+$/);
  assert.ok(ids.length > 2);
  const second = ids[1].name.slice('goroutine '.length);
  await page.clickAt(ids[1]);
  await page.idle();
  const text = (await page.find('label', 'goroutine text')).value;
  const dump = mail[1].bytes.toString();
  const begin = dump.indexOf(`goroutine ${second} [`);
  assert.equal(text.trim(), dump.slice(begin, dump.indexOf('\n\n', begin)).trim());
  await page.click('button', "copy the goroutine's text");
  assert.equal((await page.page.evaluate(() => navigator.clipboard.readText())).trim(), text.trim());
});

test('by keys: down the rows, Enter to their flame graph, and back', async ({ visit }) => {
  const page = await opened(visit);
  await page.focusCanvas();
  await page.press('ArrowDown');
  assert.ok(has((await rows(page))[0], 'selected'));
  await page.press('ArrowDown');
  const [, second] = await rows(page);
  assert.ok(has(second, 'selected'));
  await page.press('ArrowUp');
  await page.press('Enter');
  assert.ok(has(await page.find('tab', 'Flame'), 'selected'));
  const [group] = said(mail).groups;
  assert.equal((await page.answer('flame')).boxes[0].cum, group.count);
  await page.press('8');
  assert.ok(has(await page.find('tab', 'Goroutines'), 'selected'));
  assert.deepEqual((await rows(page)).filter(({ value }) => !value.startsWith('0 now')).map(({ name }) => name), [culprit]);
});

test('search leaves the groups that it finds, by function or by id', async ({ visit }) => {
  const page = await opened(visit);
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type(culprit.slice(culprit.lastIndexOf('/') + 1).replace(/[()*]/g, '.'));
  await page.idle();
  const found = await rows(page);
  assert.equal(found[0].name, culprit);
  for (const { name } of found) assert.ok(name.includes('.'));
  const id = /goroutine (\d+) \[chan receive/.exec(mail[1].bytes.toString())[1];
  await page.press('Control+a');
  await page.page.keyboard.type(id);
  await page.idle();
  assert.ok((await rows(page)).some(({ value }) => value.includes('chan receive')));
});

test('rows can be grouped otherwise, hidden, and joined with nothing', async ({ visit }) => {
  const page = await opened(visit);
  const all = (await rows(page)).length;
  await page.click('row', culprit);
  await page.click('button', 'Hide group');
  assert.equal((await rows(page)).length, all - 1);
  await page.click('button', 'Show 1 hidden');
  assert.equal((await rows(page)).length, all);
  await page.click('button', 'Same stack');
  await page.click('menuitem', 'By creator');
  const creators = await rows(page);
  const { groups } = said(mail);
  const counts = new Map();
  for (const { created_by, count } of groups) counts.set(created_by || '(not told)', (counts.get(created_by || '(not told)') ?? 0) + Number(count));
  for (const { name, value } of creators.filter(({ value }) => !value.startsWith('0 now')))
    assert.equal(Number(/^\d+/.exec(value)[0]), counts.get(name), name);
  await page.click('button', 'By creator');
  await page.click('menuitem', 'Same stack');
  await page.click('button', /^A {2}/);
  await page.click('menuitem', 'With none');
  for (const { value } of await rows(page)) assert.doesNotMatch(value, /before/);
});

test('one dump opens in the flame graph, its goroutines are a key away', async ({ visit }) => {
  const page = await opened(visit, [mail[0]]);
  assert.ok(has(await page.find('tab', 'Flame'), 'selected'));
  await page.focusCanvas();
  await page.press('8');
  assert.equal((await rows(page))[0].name, said([mail[0]]).groups[0].function);
});

test('on a telephone groups can be tapped', async ({ visit }) => {
  const page = await opened(visit, mail, {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
  });
  const [first] = await rows(page);
  assert.ok(first.rect.h >= 44 && first.rect.x + first.rect.w <= 390);
  await page.page.touchscreen.tap(first.rect.x + 100, first.rect.y + first.rect.h / 2);
  await page.idle();
  assert.match(await page.said('goroutines of'), /goroutines in chan receive/);
});

// 100,000 goroutines in some thousand stacks; in the second dump a hundredth is gone, and as many are new.
function dumpOf(count, first) {
  const parts = [];
  for (let i = first; i < first + count; i++) {
    const place = i % 2000;
    parts.push(
      `goroutine ${i + 1} [${i % 3 === 0 ? 'chan receive' : 'select'}, ${1 + (i % 7)} minutes]:\n` +
        `shop.eu/app/part${place % 40}.(*Pool).wait${place}(0xc000${(100000 + i).toString(16)}, {0x7a9857, 0x14})\n` +
        `\t/srv/shop/part${place % 40}/pool.go:${place + 10} +0x18\n` +
        `shop.eu/app.serve(0x1)\n\t/srv/shop/app.go:20 +0x25\n` +
        `created by main.main in goroutine 1\n\t/srv/shop/main.go:${9 + (place % 3)} +0x25\n`,
    );
  }
  return Buffer.from(parts.join('\n'));
}

test(
  'two dumps of 100,000 goroutines are joined within 5 s',
  async ({ visit }) => {
    const page = await visit(SINGLE, { reducedMotion: 'reduce' });
    const files = [
      { name: 'd.1.txt', bytes: dumpOf(100000, 0) },
      { name: 'd.2.txt', bytes: dumpOf(100000, 1000) },
    ];
    for (const file of files) await page.open([file]);
    await page.idle();
    await page.focusCanvas();
    const begin = Date.now();
    await page.press('8');
    await until(
      async () => (await page.said('joined')).includes('99000 in both · 1000 new · 1000 gone'),
      'the join',
      5,
    );
    assert.ok(Date.now() - begin < 5000, `${Date.now() - begin} ms`);
    assert.ok((await rows(page)).length > 10);
  },
  { seconds: 120, alone: true },
);
