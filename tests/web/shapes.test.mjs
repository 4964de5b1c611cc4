// Shapes of the flame graph and what its colours say, on recorded profiles.
import assert from 'node:assert/strict';
import { boxes } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { countColour } from './support/pixels.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has } from './support/visit.mjs';

const [cpu, heap, goroutine] = recordedNames.map(recorded);

async function opened(visit, profile = cpu) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', colorScheme: 'dark', deviceScaleFactor: 1 });
  await page.open([profile]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

async function choose(page, button, item) {
  await page.click('button', button);
  await page.click('menuitem', item);
}

const childrenOf = (flame, id) => flame.boxes.filter(({ parent }) => parent === id);
const sumByName = (list) => {
  const sums = new Map();
  for (const { name, cum } of list) sums.set(name, (sums.get(name) ?? 0n) + BigInt(cum));
  return sums;
};

for (const profile of [cpu, heap, goroutine]) {
  test(`bottom-up, the first row of ${profile.kind} is what the table says of flat`, async ({
    visit,
  }) => {
    const page = await opened(visit, profile);
    await choose(page, 'Top-down', 'Bottom-up');
    assert.equal(new URL(await page.link()).hash.slice(1), 'tree=inverted');
    const flame = await page.answer('flame');
    const { rows } = await page.answer('top', { all: true });
    const first = sumByName(childrenOf(flame, flame.boxes[0].id));
    for (const { name, flat } of rows)
      assert.equal(first.get(name) ?? 0n, BigInt(flat), `flat of ${name}`);
    // pprof's own first row is the widest box below the root.
    const [root, ...others] = (await boxes(page)).sort((a, b) => b.rect.w - a.rect.w);
    const widest = others.filter(({ rect }) => Math.abs(rect.y - root.rect.y - 18) < 1)[0];
    assert.equal(widest.name, profile.top[0].name);
  });
}

test('by name, siblings stand in the order of the alphabet', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('e');
  const flame = await page.answer('flame');
  for (const { id } of flame.boxes) {
    const names = childrenOf(flame, id).map(({ name }) => name);
    assert.deepEqual(names, [...names].sort());
  }
  await page.press('e');
  assert.equal(new URL(await page.link()).hash.slice(1), '');
});

test('folded, no function is within itself, and no cost is lost', async ({ visit }) => {
  const page = await opened(visit);
  const within = (flame) => {
    const byId = new Map(flame.boxes.map((box) => [box.id, box]));
    return flame.boxes.filter(({ name, parent }) => {
      for (let at = byId.get(parent); at; at = byId.get(at.parent)) if (at.name === name) return true;
      return false;
    }).length;
  };
  const before = await page.answer('flame');
  assert.ok(within(before) > 0, 'the profile has recursion');
  await page.press('r');
  const after = await page.answer('flame');
  assert.equal(within(after), 0);
  assert.equal(after.boxes[0].cum, before.boxes[0].cum);
  const flat = (flame) => flame.boxes.reduce((sum, box) => sum + BigInt(box.flat), 0n);
  assert.equal(flat(after), flat(before));
});

test('a shape comes with a link, and the selected function stays', async ({ visit }) => {
  const page = await opened(visit);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.idle();
  await page.press('i');
  assert.ok((await boxes(page)).length > 5);
  assert.deepEqual(
    (await page.rows()).filter((one) => has(one, 'selected')).map(({ name }) => name),
    [row.name],
  );
  const other = await visit(SINGLE, { reducedMotion: 'reduce', fragment: 'order=name&colour=heat' });
  await other.open([cpu]);
  await other.idle();
  assert.equal(await other.said('legend'), 'heat');
});

test('heat burns where the flat cost is', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('i'); // so that the hottest function has a wide box
  await choose(page, 'Colour: package', 'By heat');
  assert.equal(await page.said('legend'), 'heat');
  const hottest = (await boxes(page)).filter(({ name }) => name === cpu.top[0].name)[0];
  const picture = await page.page.screenshot();
  // HeatFill(1) in the dark theme: clearly red against grey.
  const reds = countColour(picture, [139, 65, 84], hottest.rect, 1, 40);
  assert.ok(reds > hottest.rect.w * hottest.rect.h * 0.3, `${reds} pixels burn`);
});

for (const [what, isWanted, filter] of [
  ['function', (name) => !name.includes('('), 'prune_from'],
  ['method', (name) => name.includes('.('), 'collapse'],
]) test(`a collapsed ${what} keeps its cost and has nothing below`, async ({ visit }) => {
  const page = await opened(visit);
  const flame = await page.answer('flame');
  const parents = new Set(flame.boxes.map(({ parent }) => parent));
  const chosen = flame.boxes
    .filter(({ id, name, depth }) => depth > 1 && parents.has(id) && isWanted(name))
    .sort((a, b) => Number(b.cum) - Number(a.cum))[0];
  const box = (await boxes(page)).filter(({ name }) => name === chosen.name)[0];
  await page.clickAt(box);
  await page.idle();
  await page.press('c');
  const after = await page.answer('flame');
  const collapsed = after.boxes.filter(({ name }) => name === chosen.name);
  assert.ok(collapsed.length > 0);
  for (const { id, cum, flat } of collapsed) {
    assert.deepEqual(childrenOf(after, id), []);
    assert.equal(flat, cum);
  }
  assert.equal(after.boxes[0].cum, flame.boxes[0].cum);
  await page.click('button', `drop ${filter}`);
  assert.equal((await page.answer('flame')).boxes.length, flame.boxes.length);
});
