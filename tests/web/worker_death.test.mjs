// The worker may die at any time: the page stays, says over which file, and what else was open is read again.
import assert from 'node:assert/strict';
import { block } from '../support/wire.mjs';
import { assertCalm } from './support/calm.mjs';
import { choose, onDisk, openChosen } from './support/chosen.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { writeLargeProfile, writeProfile } from './support/profile_writer.mjs';
import { freshPages, test } from './support/test.mjs';
import { until } from './support/visit.mjs';

freshPages();

const cpu = recorded('cpu');
const heap = recorded('heap');
const large = { name: 'large.pb.gz', bytes: writeLargeProfile(400_000) };

// The last worker that the page has started, within reach.
function keepWorker() {
  window.Worker = new Proxy(Worker, {
    construct(target, given) {
      window.worker = Reflect.construct(target, given);
      window.workers = (window.workers ?? 0) + 1;
      return window.worker;
    },
  });
}

const workers = (page) => page.page.evaluate(() => window.workers);

// Puts text before the worker's own.
const prelude = (text) =>
  `window.Blob = new Proxy(Blob, {
     construct(target, [parts, options]) {
       const script = options?.type === 'text/javascript';
       return Reflect.construct(target, [script ? [${JSON.stringify(text)}, ...parts] : parts, options]);
     },
   });`;

async function withCpu(visit, options, place = SINGLE) {
  const page = await visit(place, { reducedMotion: 'reduce', ...options });
  await page.open([cpu]);
  await page.query({ focus: 'runtime' });
  await page.idle();
  return page;
}

// The filter, the numbers and the picture are as they were.
async function assertWhole(page) {
  await page.show(cpu);
  await page.idle();
  assert.equal((await page.query()).focus, 'runtime');
  await page.query({ focus: '' });
  await assertTopIsPprofs(page, cpu);
  await page.idle();
  assert.ok((await page.all('box')).length > 10);
  assert.equal((await page.open([heap])).opened.length, 1);
}

// The worker gets the file, and then its fate.
const strikeWhenItReads = (page, strike) =>
  page.page.evaluate((strike) => {
    const { worker } = window;
    const post = worker.postMessage;
    worker.postMessage = (message, transfer) => {
      post.call(worker, message, transfer);
      if (message.type !== 'open') return;
      if (strike === 'terminate') worker.terminate();
      else worker.dispatchEvent(new ErrorEvent('error', { message: 'a fault' }));
    };
  }, strike);

for (const [how, strike] of [['is ended from outside', 'terminate'], ['throws', 'throw']]) {
  test(`a worker that ${how} while it reads takes only that file along`, async ({ visit }) => {
    const page = await withCpu(visit, { before: keepWorker });
    await strikeWhenItReads(page, strike);
    const { rejected } = await page.open([large]);
    assertCalm(rejected, large.name);
    assert.equal(await workers(page), 2);
    await assertWhole(page);
  });
}

test('a worker that is ended when nobody asks is replaced without a word', async ({ visit }) => {
  const page = await withCpu(visit, { before: keepWorker });
  await page.page.evaluate(() => window.worker.terminate());
  await until(async () => (await workers(page)) === 2, 'the fresh worker');
  await page.idle();
  assert.equal(await page.said('error'), '');
  await assertWhole(page);
});

test('a question that kills the worker is not asked for ever', async ({ visit }) => {
  const fault = `{
    addEventListener('message', (event) => {
      if (event.data.type === 'json' && event.data.kind === 'flame') {
        event.stopImmediatePropagation();
        self.postMessage({ type: 'died', profile: event.data.profile, message: 'a fault' });
      }
    });
  }`;
  const page = await withCpu(visit, { before: `${prelude(fault)};(${keepWorker})()` });
  const message = await page.answer('flame').then(
    () => 'answered',
    (error) => error.message,
  );
  assert.match(message, /started anew/);
  assert.equal(await workers(page), 2);
  await page.idle();
  assert.match(await page.said('error'), /cpu\.pb\.gz.*given up/);
  assert.equal((await page.open([heap])).opened.length, 1);
});

// From the message {type: 'limit'} on, the engine's heap may not grow.
const limited = `{
  const { grow } = WebAssembly.Memory.prototype;
  let full = false;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (full) throw new RangeError('no more memory');
    return grow.call(this, pages);
  };
  addEventListener('message', (event) => {
    if (event.data.type !== 'limit') return;
    event.stopImmediatePropagation();
    full = true;
  });
}`;

test('an engine that gets no more memory says so, and takes only that file along', async ({ visit, onEnd }) => {
  const page = await withCpu(visit, { before: `${prelude(limited)};(${keepWorker})()` });
  const name = Buffer.alloc(100 << 20, 'x');
  const bytes = Buffer.concat([writeProfile([[1, ['main.main']]]), Buffer.from(block(6, name))]);
  await choose(page, onDisk('much.pb', bytes, onEnd));
  await page.page.evaluate(() => window.worker.postMessage({ type: 'limit' }));
  const { rejected } = await openChosen(page);
  assertCalm(rejected, 'much.pb');
  assert.match(rejected, /needs more memory than a page may have.*What else was open is read again/);
  await assertWhole(page);
});
