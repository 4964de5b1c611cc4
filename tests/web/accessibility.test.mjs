// What a screen reader finds: the twin of the canvas.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openers } from './support/many.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { until } from './support/visit.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [cpu, heap] = recordedNames.map(recorded);

// Runs axe-core by the driver: the page's policy refuses an added script. The document is the same in both colour
// schemes, so in the dark one the rules of colours alone are asked.
async function violations(page) {
  if (await page.page.evaluate(() => !window.axe)) await page.page.evaluate(axe);
  const found = [];
  for (const [colorScheme, rules] of [['dark', { runOnly: ['cat.color'] }], ['light', {}]]) {
    await page.page.emulateMedia({ colorScheme });
    await page.idle();
    const told = await page.page.evaluate(async (rules) => {
      const { violations } = await window.axe.run(document, { ...rules, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
    }, rules);
    found.push(...told.map((violation) => `${colorScheme}, ${violation}`));
  }
  return found;
}

test('axe-core finds nothing', async ({ visit }) => {
  const page = await visit(DIST);
  assert.deepEqual(await violations(page), [], 'start page');
  await page.open([cpu]);
  assert.deepEqual(await violations(page), [], 'a profile');
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('sort');
  await page.idle();
  assert.deepEqual(await violations(page), [], 'a search');
  await page.open([{ name: 'notes.txt', bytes: Buffer.from('Dear all') }]);
  assert.deepEqual(await violations(page), [], 'an error');
  await page.page.evaluate(() => document.querySelector('#about').showModal());
  assert.deepEqual(await violations(page), [], 'About');
});

test('axe-core finds nothing in any view and menu', async ({ visit }) => {
  const page = await visit(DIST);
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  await page.clickAt((await page.rows())[0]);
  for (const key of ['2', '3', '4', '5', '6', '7', 'Space', '?', 'f', 'x', 't', 'Control+Shift+P']) {
    await page.press(key);
    assert.deepEqual(await violations(page), [], `after ${key}`);
    if (key.length > 1 || !/\d/.test(key)) await page.press('Escape');
  }
});

for (const [view, open] of Object.entries(openers)) {
  test(`axe-core finds nothing in ${view}`, async ({ visit }) => {
    const page = await visit(DIST, { reducedMotion: 'reduce' });
    await open(page);
    assert.deepEqual(await violations(page), [], view);
    await page.press('ArrowDown');
    assert.deepEqual(await violations(page), [], `a row of ${view}`);
  });
}

test('heading, summary and table say what the canvas shows', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await until(async () => (await page.page.getByRole('row').count()) > 5, 'the table');
  assert.match(await page.page.getByRole('heading', { level: 1 }).textContent(), /cpu\.pb\.gz/);
  const summary = await page.page.evaluate(() => {
    const id = document.querySelector('canvas').getAttribute('aria-describedby');
    return document.getElementById(id).textContent;
  });
  assert.match(summary, /1\.31s/);
  assert.ok(summary.includes(cpu.top[0].name));
  const rows = await page.page.evaluate(() =>
    [...document.querySelectorAll('#twin-table tbody tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    ),
  );
  assert.deepEqual(
    rows.slice(0, 10).map(([name, flat, , , cum]) => ({ name, flat, cum })),
    cpu.top.slice(0, 10),
  );
});

test('the twin follows: sample type, tab, closing', async ({ visit }) => {
  const page = await visit(SINGLE);
  const { opened } = await page.open([cpu, heap]);
  const heading = () => page.page.getByRole('heading', { level: 1 }).textContent();
  await page.show(heap);
  await until(async () => (await heading()).includes(heap.name), 'the heading of the other tab');
  const firstRow = () =>
    page.page.evaluate(() => document.querySelector('#twin-rows th')?.textContent);
  await page.query({ sample_index: 'alloc_objects' });
  await page.idle();
  const { rows } = await page.answer('top', { limit: 1 });
  await until(async () => (await firstRow()) === rows[0].name, 'the rows of the other sample type');
  for (const { id } of opened) await page.close(id);
  await page.idle();
  await until(async () => !/pb\.gz/.test(await heading()), 'the heading of the start page');
  assert.equal(await page.page.getByRole('table').count(), 0);
});

test('the selected frame stands in the twin with its callers, level by level', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await page.idle();
  const tree = page.page.getByRole('tree');
  assert.equal(await tree.count(), 0);
  const deep = (await page.all('box')).find(({ name }) => name === cpu.top[0].name);
  await page.clickAt(deep);
  await page.idle();
  const items = page.page.getByRole('treeitem');
  await until(async () => (await items.count()) > 1, 'the path');
  const names = await items.allTextContents();
  assert.equal(names.at(-1), deep.name);
  const levels = await items.evaluateAll((all) => all.map((one) => one.ariaLevel));
  assert.deepEqual(levels, names.map((_, i) => String(i + 1)));
  const flame = await page.answer('flame');
  const ends = flame.boxes.filter(({ name, depth }) => name === deep.name && depth === names.length - 1);
  const wayTo = (box) => (box.parent === null ? [] : [...wayTo(flame.boxes[box.parent]), box.name]);
  assert.ok(ends.some((box) => wayTo(box).join() === names.slice(1).join()), names.join(' > '));
  await page.press('Escape');
  await page.idle();
  await until(async () => (await tree.count()) === 0, 'the path goes with the selection');
});

test('the rows of the facts and of the card stand in the twin', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await page.idle();
  await page.focusCanvas();
  await page.press('7');
  const facts = page.page.getByRole('table', { name: 'Facts' });
  await until(async () => (await facts.getByRole('row').count()) > 3, 'the facts');
  assert.match(await facts.textContent(), /Duration/);
  await page.press('1');
  await until(async () => (await facts.count()) === 0, 'the facts go with their view');
  await page.clickAt((await page.rows())[0]);
  await page.idle();
  await page.press('Space');
  const card = page.page.getByRole('table', { name: 'Function card' });
  await until(async () => (await card.getByRole('row').count()) > 1, 'the card');
  assert.match(await card.textContent(), /cpu of cpu\.pb\.gz/);
  assert.deepEqual(await violations(page), []);
});

for (const [view, caption] of [['growth', 'What grows'], ['heap', 'Heap'], ['goroutines', 'Goroutines'], ['contention', 'Contention']]) {
  test(`the rows of ${view} stand in the twin`, async ({ visit }) => {
    const page = await visit(SINGLE);
    await openers[view](page);
    const table = page.page.getByRole('table', { name: caption, exact: true });
    const [first] = await page.all('row');
    await until(async () => (await table.count()) > 0 && (await table.textContent()).includes(first.name), `${view} in the twin`);
  });
}

test('the twin asks after the picture, not before', async ({ visit }) => {
  const page = await visit(SINGLE, {
    before: () => {
      window.twinAsked = []; // of each question whether something was drawn by then
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message.type === 'json') window.twinAsked.push(performance.getEntriesByName('burnglass:first-frame').length > 0);
        return postMessage.call(this, message, ...rest);
      };
    },
  });
  await page.open([cpu]);
  await page.idle();
  assert.deepEqual(await page.page.evaluate(() => window.twinAsked), [true, true]);
});

test('loads and searches are announced', async ({ visit }) => {
  const page = await visit(SINGLE);
  const live = page.page.getByRole('status');
  await page.open([cpu]);
  await until(async () => (await live.textContent()).includes(cpu.name), 'the load is announced');
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('sort');
  await page.idle();
  await until(
    async () => /\d+(\.\d+)? ?%/.test(await live.textContent()),
    'what the search found is announced',
  );
  await page.open([{ name: 'notes.txt', bytes: Buffer.from('Dear all') }]);
  await until(
    async () => (await live.textContent()).includes('notes.txt'),
    'the failure is announced',
  );
});

test('the tree that a screen reader sees', async ({ visit }) => {
  const page = await visit(SINGLE);
  await page.open([cpu]);
  await until(async () => (await page.page.getByRole('row').count()) > 5, 'the table');
  const tree = await page.page.locator('body').ariaSnapshot();
  const wanted = [
    /application "[^"]*flame graph[^"]*"/i,
    /searchbox|textbox/,
    /main/,
    /heading "cpu\.pb\.gz[^"]*" \[level=1\]/,
    /table "[^"]*cpu\.pb\.gz[^"]*"/,
    /columnheader "flat"/,
    /rowheader "runtime\.asyncPreempt"/,
  ];
  for (const pattern of wanted) assert.match(tree, pattern);
});

test('without WebGL2 the table still works', async ({ visit }) => {
  const page = await visit(SINGLE, {
    before: () => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest);
      };
    },
  });
  await page.page.setInputFiles('input[type=file]', [cpu.path]);
  await until(async () => (await page.page.getByRole('row').count()) > 5, 'the table');
  const said = await page.page.evaluate(() => document.body.innerText);
  assert.match(said, /no WebGL2, so there is no flame graph and no search/);
  const { width } = await page.page.evaluate(() =>
    document.querySelector('#twin-table').getBoundingClientRect().toJSON(),
  );
  assert.ok(width > 200, 'the table is to be seen');
  assert.deepEqual(await violations(page), []);
  // What cannot be opened is told of where it can be seen, and the table stays.
  await page.page.setInputFiles('input[type=file]', {
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear all,'),
  });
  await until(
    async () => /notes\.txt/.test(await page.page.innerText('#twin-live')),
    'the sentence about the file',
  );
  assert.ok((await page.page.getByRole('row').count()) > 5);
  assert.equal((await page.answer('top', { profile: 1, limit: 1 })).rows[0].name, cpu.top[0].name);
});
