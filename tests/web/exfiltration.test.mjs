// Ways in which a script that is not ours could send something away, each tried from inside the loaded page
// and from its own worker: the browser itself blocks all but what leads away from the page, for which a policy
// in a <meta> has no word. Code run by the driver is not held by script-src, so what is
// shown here is what a script could do if it ran at all.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/checks.mjs';
import { openChannels, pageChannels, tryChannel, TWENTY, workerChannels } from './support/channels.mjs';
import { recorded } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { serve } from './support/server.mjs';
import { openSink } from './support/sink.mjs';
import { test, wholeBrowser } from './support/test.mjs';
import { pause, until } from './support/visit.mjs';

wholeBrowser();

const cpu = recorded('cpu');
const bare =
  '<!doctype html><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><body>';

// A page of the same place that has no policy.
async function openBarePage(place) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-'));
  const file = path.join(folder, 'index.html');
  writeFileSync(file, bare);
  const server = place === DIST ? await serve(folder) : undefined;
  return {
    url: server?.url ?? pathToFileURL(file).href,
    close: async () => {
      await server?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

// Refused by every page, also without a policy: a manifest is fetched when a person installs the page, and
// a worker's script must be of the page's own origin. A worker has no WebRTC in any page.
const refusedAnyway = ['a manifest', 'a worker by address'];
const refusedInWorkers = ['a worker by address', 'WebRTC'];

async function loaded(visit, place, sink) {
  const page = await visit(place);
  // The violations are what is wanted here.
  page.faultsExpected = true;
  await page.open([cpu]);
  sink.clear();
  return page;
}

// Led away, it comes back: with nothing else open, and a profile.
async function loadedAgain(page, sink) {
  for (const other of page.context.pages()) if (other !== page.page) await other.close();
  await page.page.goto('about:blank');
  await page.page.goto(page.url);
  await page.ready();
  await page.open([cpu]);
  sink.clear();
}

// Those of the channels that the sink hears of.
async function heardOf(realm, channels, sink, wait = 60) {
  const heard = [];
  for (const [name, channel] of Object.entries(channels)) {
    await tryChannel(realm, channel, sink);
    await pause(wait);
    if (sink.heard().length > 0) heard.push(name);
    sink.clear();
  }
  return heard;
}

// Whether the sink hears of one, as it shall; a slow machine is waited for. Each try has a folder of its own
// at the sink, so that what an earlier one sends late does not count for it.
let tries = 0;
async function assertHeard(realm, name, channel, sink, shall) {
  sink.clear();
  const folder = `/try-${++tries}`;
  await tryChannel(realm, channel, { ...sink, url: sink.url + folder });
  // Datagrams have no folder, and are sent again for seconds.
  const isFrom = (what) =>
    what === 'a datagram' ? ['WebRTC', 'WebTransport'].includes(name) : what.includes(`${folder}/`) || !what.includes('/try-');
  const heard = () => sink.heard().filter(isFrom);
  const end = Date.now() + (shall ? 8000 : 300);
  while (heard().length === 0 && Date.now() < end) await pause(30);
  assert.equal(heard().length > 0, shall, `${name}: ${heard()}`);
  sink.clear();
}

// The engine's, which the page started and which has read a profile.
const ownWorker = (page) => until(() => page.page.workers()[0], 'the worker of the page');

for (const place of [SINGLE, DIST]) {
  test(`${place}: every channel of the page is blocked`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const page = await loaded(visit, place, sink);
    assert.deepEqual(await heardOf(page.page, pageChannels, sink), []);
    const seen = await page.page.evaluate(() => window.violationsSeen.length);
    assert.ok(seen > 20, `${seen} violations were reported`);
  });

  test(`${place}: every channel of the page's own worker is blocked`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const page = await loaded(visit, place, sink);
    assert.deepEqual(await heardOf(await ownWorker(page), workerChannels, sink, 200), []);
    assert.equal((await page.answer('info')).kind, cpu.kind, 'it still works');
  });

  test(`${place}: only what leads away from the page is not blocked`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const page = await loaded(visit, place, sink);
    for (const [name, channel] of Object.entries(openChannels)) {
      await loadedAgain(page, sink);
      const heard = await heardOf(page.page, { [name]: channel }, sink, 700);
      assert.deepEqual(heard, [name], 'a browser that blocks it makes README too modest');
    }
  });
}

test('README names every channel that no browser blocks', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, told] = /What a browser gives a page no way to forbid([^]*?)\n- /.exec(readme);
  for (const name of Object.keys(openChannels)) assert.ok(told.includes(name), name);
});

test('all twenty channels of the experiment are tried, in the page or in a worker', () => {
  const tried = { ...pageChannels, ...openChannels };
  assert.equal(Object.keys(TWENTY).length, 20);
  for (const name of Object.values(TWENTY)) assert.ok(tried[name], name);
});

// The test of the tests: from the same places, but without the policy, the sink hears the channels. A sink
// that hears nothing anyway would prove nothing.
for (const place of [SINGLE, DIST]) {
  test(`${place}: without the policy the sink hears`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const { url, close } = await openBarePage(place);
    onEnd(close);
    const page = await visit(place, { url, waitForReady: false });
    page.faultsExpected = true;
    const again = async () => {
      // A channel may itself be on the way to another page.
      for (let tries = 0; tries < 9; tries++) {
        if (await page.page.goto(url).then(() => true, () => pause(200))) return;
      }
    };
    for (const [name, channel] of Object.entries(pageChannels)) {
      await assertHeard(page.page, name, channel, sink, !refusedAnyway.includes(name));
      await again();
    }
    await page.page.evaluate(() => {
      window.kept = new Worker(URL.createObjectURL(new Blob(['onmessage = () => {};'])));
    });
    const worker = await ownWorker(page);
    for (const [name, channel] of Object.entries(workerChannels)) {
      // Whether a page from disk has caches is not the same each time.
      if (place === SINGLE && name === 'a cache') continue;
      await assertHeard(worker, name, channel, sink, !refusedInWorkers.includes(name));
    }
  }, { seconds: 180 });
}
