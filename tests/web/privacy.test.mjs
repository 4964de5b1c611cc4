// Nothing leaves the page: a whole session, watched from outside.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { drop } from './support/drop.mjs';
import { zoomable } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { dist, DIST, place, placeNames } from './support/places.mjs';
import { openSink } from './support/sink.mjs';
import { test } from './support/test.mjs';
import { pause } from './support/visit.mjs';

const profiles = recordedNames.map(recorded);

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
