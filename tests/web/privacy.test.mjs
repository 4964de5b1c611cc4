// Nothing leaves the page: a whole session, watched from outside.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { canaryFile, WORD } from './support/canary_profile.mjs';
import { drop } from './support/drop.mjs';
import { zoomable } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { dist, DIST, place, placeNames, SINGLE } from './support/places.mjs';
import { openSink } from './support/sink.mjs';
import { test, wholeBrowser } from './support/test.mjs';
import { has, pause, plain, until } from './support/visit.mjs';

wholeBrowser();

const profiles = recordedNames.map(recorded);

const nothing = { session: [], cookies: '', databases: [], caches: [], workers: [], files: [] };

// Everything a person does: drop, look, zoom, search, sort, switch, copy, close.
async function session(page) {
  await drop(
    page,
    profiles.map(({ path }) => path),
  );
  await page.flameDrawn();
  await page.show(profiles[0]);
  const box = await zoomable(page);
  await page.hover(box);
  await page.clickAt(box, { clickCount: 2 });
  await page.focusCanvas();
  await page.press('Escape');
  await page.press('/');
  await page.page.keyboard.type('runtime.*');
  await page.press('Enter');
  await page.focusCanvas();
  await page.press('y');
  await page.show(profiles[1]);
  await page.query({ sample_index: 'alloc_space' });
  for (const kind of ['info', 'top', 'flame']) await page.answer(kind);
  await page.open([{ name: 'notes.txt', bytes: Buffer.from('Dear all') }]);
  const { opened } = await page.open([profiles[0]]);
  await page.close(opened[0].id);
  await page.idle();
}

for (const name of placeNames) {
  test(`${name}: a session sends nothing, stores nothing, names nothing`, async ({
    visit,
    onEnd,
  }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const served = await place(name);
    const page = await visit(name);
    const before = served.requests?.length;
    await session(page);
    await pause(300);
    assert.deepEqual(page.requestsAfterReady(), []);
    assert.equal(served.requests?.length, before, 'the server heard nothing more');
    assert.deepEqual(sink.heard(), []);
    assert.equal((await page.stats()).requests, 0);

    const left = await page.page.evaluate(async () => ({
      address: location.href,
      length: history.length,
      state: history.state,
      title: document.title,
      local: Object.entries({ ...localStorage }),
      session: Object.entries({ ...sessionStorage }),
      cookies: document.cookie,
      databases: await indexedDB.databases().catch(() => []),
      name: window.name,
    }));
    const kept = JSON.stringify([
      left.local,
      left.session,
      left.cookies,
      left.databases,
      left.name,
      left.state,
    ]);
    assert.equal(left.address, served.url, 'the address bar is as it was');
    for (const word of ['runtime', 'cpu.pb', 'heap.pb', 'notes.txt', 'alloc_space', 'main.'])
      assert.ok(!kept.includes(word), `${word} is kept in ${kept}`);
  });
}

// A day's work on a profile of which nothing may be seen elsewhere: every view, search, filters, undo, a
// comparison, exports, a link, settings, source text, closing. What it saves and copies is the person's own doing.
async function wholeDay(page) {
  const canary = canaryFile();
  const folder = mkdtempSync(path.join(tmpdir(), 'canary-'));
  writeFileSync(path.join(folder, canary.name), canary.bytes);
  await drop(page, [path.join(folder, canary.name)]);
  await page.flameDrawn();
  rmSync(folder, { recursive: true });
  for (const key of ['2', '3', '4', '5', '6', '7', '1', 'i', 'e', 'r', 'm', 'm', 'r', 'e', 'i'])
    await page.press(key);
  await page.press('Shift+P');
  await page.find('row', 'User names');
  await page.press('Escape');
  await page.press('/');
  await page.page.keyboard.type(WORD);
  await page.press('Enter');
  await page.focusCanvas();
  for (const key of ['.', 'Shift+F', ' ', 'Escape', 'Control+z', 'Control+Shift+Z', 'y', 'Control+c'])
    await page.press(key);
  await page.query({ focus: WORD, tagfocus: `tenant=${WORD}-0` });
  for (const kind of ['info', 'top', 'flame']) await page.answer(kind);
  await page.link();
  for (const words of ['Redacted copy …', 'Top table', 'Flame graph', 'Profile, as filtered']) {
    await page.focusCanvas();
    await page.press('x');
    await page.click('menuitem', words);
    await page.press('Escape');
  }
  await page.press('k');
  await page.press('Control+Shift+P');
  await page.page.keyboard.type(WORD);
  await page.press('Escape');
  const { opened } = await page.open([canaryFile(5)]);
  const [{ id }] = (await page.open([canaryFile(9)])).opened;
  await page.page.evaluate(([a, b]) => window.burnglass.compare({ base: [a], source: [b] }), [
    opened[0].id,
    id,
  ]);
  await page.idle();
  await page.open([{ name: `${WORD}.go`, bytes: Buffer.from(`package ${WORD}\n`) }]);
  await page.open([{ name: `${WORD}.txt`, bytes: Buffer.from(`Dear ${WORD}`) }]);
  await page.page.goBack({ timeout: 1000 }).catch(() => {});
  await page.idle();
  await page.close(opened[0].id);
  await page.idle();
}

// All places where a page could leave something.
const leftBehind = (page) =>
  page.page.evaluate(async () => {
    const names = async (of) => [...(await Promise.resolve().then(of).catch(() => []))];
    const files = async () => {
      const all = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) all.push(name);
      return all;
    };
    return {
      address: location.href,
      referrer: document.referrer,
      title: document.title,
      name: window.name,
      state: history.state,
      entries: (window.navigation?.entries() ?? []).map((entry) => [entry.url, entry.getState()]),
      local: Object.entries({ ...localStorage }),
      session: Object.entries({ ...sessionStorage }),
      cookies: document.cookie,
      databases: await names(() => indexedDB.databases()),
      caches: await names(() => caches.keys()),
      workers: await names(() => navigator.serviceWorker.getRegistrations()),
      files: await names(files),
      resources: performance.getEntriesByType('resource').map((entry) => entry.name),
    };
  });

for (const name of [SINGLE, DIST]) {
  test(`${name}: a day's work leaves no word of a profile anywhere`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const served = await place(name);
    const page = await visit(name, { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
    const before = served.requests?.length;
    await wholeDay(page);
    await pause(300);
    assert.deepEqual(page.requestsAfterReady(), []);
    assert.equal(served.requests?.length, before, 'the server heard nothing more');
    assert.deepEqual([sink.heard(), sink.connections()], [[], 0]);
    const left = await leftBehind(page);
    assert.ok(!JSON.stringify(left).includes(WORD), JSON.stringify(left));
    assert.equal(left.address, served.url);
    assert.deepEqual(left.local, [['burnglass', left.local[0]?.[1]]], 'settings, and nothing else');
    assert.match(left.local[0][1], /^[a-z]+=[a-z0-9]+(&[a-z]+=[a-z0-9]+)*$/);
    const { session, cookies, databases, caches, workers, files } = left;
    assert.deepEqual({ session, cookies, databases, caches, workers, files }, nothing);
    assert.ok(left.entries.every(([url]) => url === served.url), 'every step has the page\'s address');
    const { cookies: kept, origins } = await page.context.storageState();
    assert.ok(!JSON.stringify([kept, origins]).includes(WORD));
  });
}

// The test of the test: the word is in the profile, on the screen and in what was asked to be copied.
test('the word that is looked for is there to be found', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([canaryFile()]);
  await page.idle();
  for (const kind of ['info', 'top', 'flame'])
    assert.ok(JSON.stringify(await page.answer(kind)).includes(WORD), kind);
  assert.ok(JSON.stringify(await page.snapshot()).includes(WORD));
  await page.query({ focus: WORD });
  assert.ok((await page.link()).includes(WORD), 'a link that is asked for says what is filtered');
});

test('a redacted copy has the same numbers and no word of the profile', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([canaryFile()]);
  await page.idle();
  const before = await page.answer('top');
  await page.press('Shift+P');
  const row = await page.find('row', 'User names');
  assert.match(plain(row.value), new RegExp(`^1 in \\d+ places: ${WORD}$`));
  assert.match((await page.find('row', 'Label tenant')).value, /^2 in 4 places: /);
  assert.equal((await page.find('row', 'IP addresses')).value, 'none');
  const coming = page.page.waitForEvent('download', { timeout: 10_000 });
  await page.click('button', 'Save a redacted copy');
  const file = await coming;
  assert.equal(file.suggestedFilename(), 'redacted.pb.gz');
  const bytes = await readFile(await file.path());
  const raw = gunzipSync(bytes).toString('latin1');
  assert.ok(!raw.includes(WORD));
  assert.ok(raw.includes('runtime.mallocgc') && raw.includes('main.main'));
  await page.open([{ name: 'redacted.pb.gz', bytes }]);
  await page.idle();
  const after = await page.answer('top');
  const numbers = ({ rows }) => rows.map(({ flat, cum }) => `${flat} ${cum}`).sort();
  assert.deepEqual(numbers(after), numbers(before));
  assert.equal(after.total, before.total);
});

test('the panel stands in the twin, packages are kept by key, and no link has it', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([canaryFile()]);
  await page.idle();
  const link = await page.link();
  await page.press('7');
  await page.click('button', 'What could it tell?');
  const table = page.page.getByRole('table', { name: 'Privacy' });
  await until(async () => (await table.getByRole('row').count()) > 5, 'the findings');
  assert.match(await table.textContent(), /User names/);
  const kept = await page.find('button', `keep ${WORD}.example/shop/cart`);
  await page.clickAt(kept);
  await page.idle();
  assert.ok(has(await page.find('button', kept.name), 'selected'));
  const coming = page.page.waitForEvent('download', { timeout: 10_000 });
  await page.click('button', 'Save a redacted copy');
  const raw = gunzipSync(await readFile(await (await coming).path())).toString('latin1');
  assert.ok(raw.includes(`${WORD}.example/shop/cart.(*${WORD}Cart).Add`));
  assert.ok(!raw.includes(`${WORD}Rate`));
  await page.press('Escape');
  await page.press('1');
  assert.equal(await page.link(), link);
});

test('dist asks for each of its own files once, and for nothing else', async ({ visit }) => {
  const { url } = await place(DIST);
  const page = await visit(DIST);
  const own = new Set([
    url,
    ...readdirSync(dist, { recursive: true }).map((file) => new URL(file, url).href),
  ]);
  assert.deepEqual(
    page.requests.filter((request) => !own.has(request)),
    [],
  );
  assert.equal(new Set(page.requests).size, page.requests.length, `once each: ${page.requests}`);
});

test('a link is taken out of the address bar and the history', async ({ visit }) => {
  const page = await visit(DIST, { fragment: 'profileURL=profiles/heap.pb.gz&title=secret' });
  await page.flameDrawn();
  assert.equal(await page.page.evaluate(() => location.hash), '');
  await page.page.goBack().catch(() => {});
  assert.ok(!page.page.url().includes('secret'));
});

test('a link to another host names the list and the command', async ({ visit, onEnd }) => {
  const sink = await openSink();
  onEnd(() => sink.close());
  const page = await visit(DIST, {
    fragment: `profileURL=${encodeURIComponent(`${sink.url}/cpu.pb.gz`)}`,
  });
  await page.idle();
  const said = await page.said('error');
  assert.match(said, /scripts\/build web --allow/);
  assert.ok(said.includes(sink.url), said);
  assert.deepEqual(sink.heard(), []);
});
