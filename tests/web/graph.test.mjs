// The call graph: laid out in the worker, moved by mouse, wheel, keys and fingers.
import assert from 'node:assert/strict';
import { assertNear } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { writeProfile } from './support/profile_writer.mjs';
import { test } from './support/test.mjs';
import { has, middle, plain, until } from './support/visit.mjs';

const cpu = recorded('cpu');
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
};

async function graphOf(visit, files = [cpu], { place = SINGLE, ...options } = {}) {
  const page = await visit(place, { reducedMotion: 'reduce', ...options });
  await page.open(files);
  await page.idle();
  await page.click('tab', 'Graph');
  await page.idle();
  return page;
}

const nodes = (page) => page.all('box');
const node = async (page, name) => {
  const found = await page.all('box', name);
  assert.equal(found.length, 1, `${name} is one node`);
  return found[0];
};
const selected = async (page) =>
  (await nodes(page)).filter((box) => has(box, 'selected')).map(({ name }) => name);
const names = async (page) => (await nodes(page)).map(({ name }) => name);
const all = async (page) => {
  await page.focusCanvas();
  await page.press('0');
  return nodes(page);
};

const crossing = (a, b) =>
  a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 1 && b.y < a.y + a.h - 1;

for (const name of recordedNames) {
  test(`all nodes of ${name} are seen, and none over another`, async ({ visit }) => {
    const page = await graphOf(visit, [recorded(name)]);
    const boxes = await all(page);
    const facts = plain((await page.all('label', 'graph'))[0].value);
    assert.equal(boxes.length, Number(/^\d+/.exec(facts)[0]), facts);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        assert.ok(!crossing(a.rect, b.rect), `${a.name} lies over ${b.name}`);
    const { rows } = await page.answer('top', { all: true });
    const cum = new Map(rows.map((row) => [row.name, row.cumPercent]));
    for (const { name, value } of boxes) {
      const share = plain(value).split(' · ')[1];
      if (!share.startsWith('<')) assertNear(parseFloat(share), cum.get(name), name, 0.06);
    }
  });
}

test('callers stand above what they call', async ({ visit }) => {
  const page = await graphOf(visit);
  const boxes = new Map((await all(page)).map((box) => [box.name, box]));
  const edges = await page.all('edge');
  assert.ok(edges.length > boxes.size / 2, `${edges.length} edges`);
  let down = 0;
  for (const { name } of edges) {
    const [caller, callee] = name.split(/ [→…] /);
    if (boxes.get(caller).rect.y < boxes.get(callee).rect.y) down++;
  }
  assert.ok(down >= edges.length * 0.9, `${down} of ${edges.length} go down`);
});

test('a click selects and marks the calls, a double click focuses', async ({ visit }) => {
  const page = await graphOf(visit, [cpu], { place: DIST });
  const before = await all(page);
  const some = before[Math.floor(before.length / 2)];
  await page.clickAt(some);
  await page.idle();
  assert.deepEqual(await selected(page), [some.name]);
  const marked = (await page.all('edge')).filter((edge) => has(edge, 'selected'));
  assert.ok(marked.length > 0);
  for (const { name } of marked) assert.ok(name.split(/ [→…] /).includes(some.name), name);
  await page.clickAt(some, { clickCount: 2 });
  await page.idle();
  const [chip] = await page.all('chip');
  assert.equal(chip.name, 'focus');
  const after = await all(page);
  assert.ok(after.some(({ name }) => name === some.name));
  assert.ok(after.length < before.length, `${after.length} of ${before.length} nodes`);
});

test('the wheel zooms at the pointer, a drag moves, 0 shows all', async ({ visit }) => {
  const page = await graphOf(visit);
  const [first] = await all(page);
  // Pointers stand on whole pixels: what is half of one beside the middle is more of it when it is zoomed.
  const at = { x: Math.round(middle(first).x), y: Math.round(middle(first).y) };
  await page.page.mouse.move(at.x, at.y);
  for (let i = 0; i < 4; i++) await page.page.mouse.wheel(0, -120);
  await page.idle();
  const zoomed = await node(page, first.name);
  const factor = zoomed.rect.w / first.rect.w;
  assert.ok(factor > 1.5, `${first.rect.w} became ${zoomed.rect.w}`);
  assertNear(zoomed.rect.x + (at.x - first.rect.x) * factor, at.x, 'x under the pointer', 2);
  assertNear(zoomed.rect.y + (at.y - first.rect.y) * factor, at.y, 'y under the pointer', 2);
  await page.page.mouse.down();
  await page.page.mouse.move(at.x + 40, at.y + 25, { steps: 5 });
  await page.page.mouse.up();
  await page.idle();
  const moved = await node(page, first.name);
  assertNear(moved.rect.x, zoomed.rect.x + 40, 'x', 2);
  assertNear(moved.rect.y, zoomed.rect.y + 25, 'y', 2);
  assert.deepEqual(await selected(page), []);
  await page.press('0');
  assertNear((await node(page, first.name)).rect.w, first.rect.w, 'width', 1);
});

test('arrows walk along the calls, and what they reach is seen', async ({ visit }) => {
  const page = await graphOf(visit);
  const boxes = await all(page);
  const top = boxes.reduce((a, b) => (b.rect.y < a.rect.y ? b : a));
  await page.clickAt(top);
  await page.idle();
  const edges = (await page.all('edge')).map((one) => one.name.replace('…', '→'));
  for (let i = 0; i < 6; i++) await page.press('+');
  const way = [top.name];
  for (let i = 0; i < 4; i++) {
    await page.press('ArrowDown');
    const [name] = await selected(page);
    assert.ok(name, 'the selected node is on screen');
    if (name === way.at(-1)) break;
    const edge = `${way.at(-1)} → ${name}`;
    assert.ok(edges.includes(edge), edge);
    way.push(name);
  }
  assert.ok(way.length >= 3, way.join(' → '));
  await page.press('Shift+F');
  assert.equal((await page.all('chip'))[0].name, 'focus');
});

test('hits are stepped through', async ({ visit }) => {
  const page = await graphOf(visit);
  await page.focusCanvas();
  await page.press('/');
  await page.page.keyboard.type('runtime');
  await page.idle();
  await page.page.keyboard.press('Enter');
  await page.idle();
  const [first] = await selected(page);
  await page.page.keyboard.press('Enter');
  await page.idle();
  const [second] = await selected(page);
  assert.match(first, /runtime/);
  assert.match(second, /runtime/);
  assert.notEqual(first, second);
  assert.ok((await nodes(page)).every((box) => has(box, 'match') === /runtime/.test(box.name)));
});

test('a link leads to the graph', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', fragment: 'f=sortLoop&view=graph' });
  await page.open([cpu]);
  await page.query({ focus: 'sortLoop' });
  await page.idle();
  assert.ok((await page.all('edge')).length > 0);
  assert.match(await page.link(), /view=graph/);
});

test('fingers pinch and tap', async ({ visit }) => {
  const page = await graphOf(visit, [cpu], phone);
  const session = await page.context.newCDPSession(page.page);
  const touch = async (type, touchPoints) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await page.idle();
  };
  const box = (await nodes(page)).find(
    ({ rect }) => rect.w > 60 && rect.x > 40 && rect.x + rect.w < 350 && rect.y > 150,
  );
  const { x, y } = middle(box);
  await page.page.touchscreen.tap(x, y);
  await page.idle();
  assert.deepEqual(await selected(page), [box.name]);
  const fingers = (apart) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await touch('touchStart', fingers(20));
  for (const apart of [25, 30, 35, 40]) await touch('touchMove', fingers(apart));
  await touch('touchEnd', []);
  const zoomed = await node(page, box.name);
  assert.ok(zoomed.rect.w > box.rect.w * 1.2, `${box.rect.w} became ${zoomed.rect.w}`);
});

// Stacks that fork: 40 functions of 50 callees each.
function largeProfile() {
  const samples = [];
  for (let i = 0; i < 40; i++)
    for (let j = 0; j < 50; j++)
      samples.push([1 + ((i * j) % 7), [`leaf${i}_${j}`, `mid${(i + j) % 40}`, `top${i}`, 'main']]);
  return { name: 'large.pb', bytes: writeProfile(samples) };
}

test('two thousand nodes are laid out, in bounded time', async ({ visit }) => {
  const page = await visit(SINGLE, { reducedMotion: 'reduce' });
  await page.open([largeProfile()]);
  await page.query({ nodecount: 2500, nodefraction: 0, edgefraction: 0 });
  await page.idle();
  await page.click('tab', 'Graph');
  await page.idle();
  const boxes = await all(page);
  assert.equal(boxes.length, 2081);
});

test('one function alone, and one that calls itself', async ({ visit }) => {
  const alone = { name: 'alone.pb', bytes: writeProfile([[5, ['only']]]) };
  const page = await graphOf(visit, [alone]);
  assert.deepEqual(await names(page), ['only']);
  assert.deepEqual(await page.all('edge'), []);
  await page.open([
    { name: 'self.pb', bytes: writeProfile([[5, ['again', 'again', 'once']]], { file: 'a.go' }) },
  ]);
  await page.idle();
  assert.deepEqual((await names(page)).sort(), ['again', 'once']);
});

test('a worker that dies while it lays out is told of', async ({ visit }) => {
  const page = await visit(SINGLE, {
    reducedMotion: 'reduce',
    before: () => {
      // The first layout kills its worker, as a bug in it would.
      const { postMessage } = Worker.prototype;
      let killed = false;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message.type === 'layout' && !killed) {
          killed = true;
          return this.onmessage({ data: { type: 'died', profile: 0, message: 'a fault' } });
        }
        return postMessage.call(this, message, ...rest);
      };
    },
  });
  await page.open([cpu]);
  await page.idle();
  await page.click('tab', 'Graph');
  const said = await until(
    async () => (await page.all('label', 'graph')).map(({ value }) => value).join(),
    'the sentence',
  );
  assert.match(said, /The engine stopped while the call graph was laid out/);
  await page.idle();
  await page.click('tab', 'Graph');
  await page.idle();
  assert.ok((await nodes(page)).length > 5);
});

test('screen readers get the nodes and the calls between them', async ({ visit }) => {
  const page = await graphOf(visit);
  await all(page);
  const rows = await until(
    () =>
      page.page.evaluate(() =>
        [...document.querySelectorAll('#twin-view-rows tr')].map((row) => row.textContent),
      ),
    'the rows of the graph',
  );
  for (const name of cpu.top.slice(0, 3).map((row) => row.name))
    assert.ok(
      rows.some((row) => row.startsWith(name)),
      name,
    );
  assert.ok(rows.some((row) => / → /.test(row)));
});
