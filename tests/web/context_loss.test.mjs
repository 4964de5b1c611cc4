// The GPU may be taken away at any time; when it is back, so is the picture.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { drop } from './support/drop.mjs';
import { differingPixels } from './support/pixels.mjs';
import { assertTopIsPprofs, recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { freshPages, test } from './support/test.mjs';
import { has, pause, until } from './support/visit.mjs';
import { walk } from './support/walk.mjs';

freshPages();

const cpu = recorded('cpu');

// Where pictures are compared.
const whole = { deviceScaleFactor: 1 };

const context = (page, step) =>
  page.page.evaluate((step) => {
    const gl = document.querySelector('canvas').getContext('webgl2');
    window.losing ??= gl.getExtension('WEBGL_lose_context');
    if (step) window.losing[step]();
    return gl.isContextLost();
  }, step);

async function loseAndRestore(page, meanwhile = async () => {}) {
  await context(page, 'loseContext');
  await until(() => context(page), 'the context is lost');
  await pause(100);
  await meanwhile();
  await context(page, 'restoreContext');
  await until(async () => !(await context(page)), 'the context is back');
  await page.idle();
}

test('the picture after is the picture before', async ({ visit }) => {
  const page = await visit(SINGLE, whole);
  await page.open([cpu]);
  const before = await page.page.screenshot();
  for (const time of ['first', 'second']) {
    await loseAndRestore(page);
    const differing = differingPixels(before, await page.page.screenshot());
    assert.ok(differing <= 5, `${differing} pixels differ after the ${time} loss`);
  }
  const error = await page.page.evaluate(() =>
    document.querySelector('canvas').getContext('webgl2').getError(),
  );
  assert.equal(error, 0, 'no GL error');
});

test('what happens while it is lost is there afterwards', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await loseAndRestore(page, async () => {
    await page.focusCanvas();
    await page.page.keyboard.press('/');
    await page.page.keyboard.type('sort');
  });
  assert.ok((await page.all('box')).some((box) => has(box, 'match')));
  assert.deepEqual(page.errors, []);
});

test('open while the context is lost resolves', async ({ visit }) => {
  const page = await visit(SINGLE);
  let opened;
  await loseAndRestore(page, async () => {
    opened = page.open([cpu]);
    await pause(500);
  });
  assert.equal((await opened).opened.length, 1);
  await page.flameDrawn();
});

const incidents = path.join(root, 'tests/data/incidents');
const incident = (folder, pattern) =>
  readdirSync(path.join(incidents, folder))
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, path: path.join(incidents, folder, name), bytes: readFileSync(path.join(incidents, folder, name)) }));

// How each view comes to be seen.
const byKey = (key, files) => async (page) => {
  await page.open(files);
  await page.idle();
  await page.focusCanvas();
  await page.press(key);
};
const views = {
  Flame: byKey('1', [cpu]),
  Top: byKey('2', [cpu]),
  Callers: byKey('3', [cpu]),
  Graph: byKey('4', [cpu]),
  Lines: byKey('5', [cpu]),
  Labels: byKey('6', [cpu]),
  Facts: byKey('7', [cpu]),
  Goroutines: byKey('8', [recorded('goroutine')]),
  Contention: byKey('8', incident('audit', /^(block|mutex)\.pb\.gz$/)),
  'Side by side': async (page) => {
    const { opened } = await page.open(incident('price', /^cpu\.(01|12)/));
    const [base, source] = opened.map(({ id }) => [id]);
    await page.page.evaluate((plan) => window.burnglass.compare(plan), { base, source });
    await page.focusCanvas();
    await page.press('8');
  },
  Growth: async (page) => {
    await drop(page, incident('feed', /^heap/).map((file) => file.path));
    await page.find('label', 'series');
  },
};

const selectedView = async (page) =>
  (await page.all('tab')).find(({ name, state }) => name in views && String(state).includes('selected'))?.name;

// From view to view: it is shown, and comes back as it was.
const comesBack = (view, show) => async (page) => {
  await show(page);
  await page.idle();
  assert.equal(await selectedView(page), view);
  const before = await page.page.screenshot();
  const drawn = JSON.stringify(await page.snapshot());
  await loseAndRestore(page);
  assert.equal(JSON.stringify(await page.snapshot()), drawn);
  const differing = differingPixels(before, await page.page.screenshot());
  assert.ok(differing <= 5, `${differing} pixels differ`);
};

test('the picture of every view comes back as it was', ({ visit }) => {
  const steps = Object.entries(views).map(([view, show]) => [view, comesBack(view, show)]);
  return walk(() => visit(SINGLE, { ...whole, reducedMotion: 'reduce' }), steps);
}, { seconds: 150 });

const twin = (page) =>
  page.page.evaluate(() => ({
    only: document.body.classList.contains('twin-only'),
    said: document.getElementById('no-canvas').innerText,
    heading: document.getElementById('twin-heading').innerText,
    rows: document.querySelectorAll('#twin-rows tr').length,
  }));

test('a context that does not come back leaves the table, and all that was open', async ({ visit }) => {
  const page = await visit(SINGLE, { ...whole, reducedMotion: 'reduce' });
  await page.open([cpu]);
  await page.query({ focus: 'runtime' });
  await page.idle();
  const before = await page.page.screenshot();
  await context(page, 'loseContext');
  await until(async () => (await twin(page)).only, 'the table takes the place of the picture');
  assert.match((await twin(page)).said, /taken the graphics away/);
  await until(async () => (await twin(page)).rows > 3, 'the rows of the table');
  // Files open, and the table follows.
  const { opened } = await page.open([recorded('heap')]);
  await until(async () => (await twin(page)).heading.includes('heap.pb.gz'), 'the table of the other profile');
  await page.close(opened[0].id);

  await context(page, 'restoreContext');
  await until(async () => !(await twin(page)).only, 'the picture is back');
  await page.idle();
  const differing = differingPixels(before, await page.page.screenshot());
  assert.ok(differing <= 5, `${differing} pixels differ`);
  await page.query({ focus: '' });
  await assertTopIsPprofs(page, cpu);
});
