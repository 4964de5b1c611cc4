// The callers view on recorded profiles: against the table, against the stacks, and with a person's hands.
import assert from 'node:assert/strict';
import { boxes } from './support/flame.mjs';
import { recorded, recordedNames } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { countColour } from './support/pixels.mjs';
import { test } from './support/test.mjs';
import { has, plain, until } from './support/visit.mjs';

const [cpu, heap] = recordedNames.map(recorded);

async function opened(visit, profile = cpu, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([profile]);
  await page.idle();
  await page.focusCanvas();
  return page;
}

const barOf = async (page) =>
  (await boxes(page)).filter((box) => has(box, 'selected') && box.rect.h === 32)[0];
const percents = (rows) => rows.map(({ name, value }) => [name, plain(value).replace(/^.* (\S+ %)$/, '$1')]);

// Who calls the function and what it calls, a stack once for each, added up from the boxes of the flame
// graph: by name what the neighbours cost.
function neighbours(flame, name) {
  const byId = new Map(flame.boxes.map((box) => [box.id, box]));
  const above = (box) => byId.get(box.parent);
  // Whether a box above is the same call.
  const covered = (box, callee, caller) => {
    for (let at = above(box); at && above(at); at = above(at))
      if (at.name === callee && above(at).name === caller) return true;
    return false;
  };
  const sides = { callers: new Map(), callees: new Map() };
  for (const box of flame.boxes) {
    const parent = above(box);
    if (!parent || parent.parent === null || box.name === parent.name) continue;
    if (box.name !== name && parent.name !== name) continue;
    if (covered(box, box.name, parent.name)) continue;
    const [side, kin] = box.name === name ? ['callers', parent] : ['callees', box];
    sides[side].set(kin.name, (sides[side].get(kin.name) ?? 0n) + BigInt(box.cum));
  }
  return sides;
}

for (const profile of [cpu, heap]) {
  test(`${profile.kind}: the bar costs what pprof says, the lists what the stacks say`, async ({ visit }) => {
    const page = await opened(visit, profile);
    const flame = await page.answer('flame');
    const { rows } = await page.answer('top', { all: true });
    for (const { name } of profile.top.slice(0, 3)) {
      await page.click('tab', 'Top');
      await page.clickAt((await page.rows()).find((row) => row.name === name));
      await page.press('v');
      const bar = await barOf(page);
      assert.equal(bar.name, name);
      const row = rows.find((one) => one.name === name);
      const share = (value, of) => `${((100 * Number(value)) / Number(of)).toFixed(1)} %`;
      assert.ok(plain(bar.value).endsWith(share(row.cum, flame.total)), `${bar.value} of ${name}`);
      const { callers, callees } = neighbours(flame, name);
      const listed = new Map(percents(await page.all('row')));
      for (const [kin, cum] of [...callers, ...callees]) {
        const said = share(cum, row.cum);
        if (listed.has(kin) && said !== '0.0 %') assert.equal(listed.get(kin), said, `${kin} of ${name}`);
      }
      assert.equal(await page.said('Callers'), String(callers.size));
      assert.equal(await page.said('Callees'), String(callees.size));
    }
  });
}

test('callers grow up, callees down, over one window', async ({ visit }) => {
  const page = await opened(visit, cpu, { colorScheme: 'dark', deviceScaleFactor: 1 });
  await page.press('3');
  assert.match(await page.said('pivot of'), /nothing is selected/);
  const bar = await barOf(page);
  const all = (await boxes(page)).filter((box) => box.rect.h < 32);
  const up = all.filter(({ rect }) => rect.y < bar.rect.y);
  const down = all.filter(({ rect }) => rect.y > bar.rect.y);
  assert.ok(up.length > 0);
  for (const { rect, name } of all) {
    assert.ok(rect.x >= bar.rect.x - 1 && rect.x + rect.w <= bar.rect.x + bar.rect.w + 1, name);
    assert.ok(rect.y + rect.h <= bar.rect.y || rect.y >= bar.rect.y + bar.rect.h, name);
  }
  assert.equal(up.length + down.length, all.length);
  const amber = countColour(await page.page.screenshot(), [0xf2, 0xa9, 0x3b], bar.rect);
  assert.ok(amber > bar.rect.w * bar.rect.h * 0.6, 'the bar is amber');
});

test('one goes from function to function by the lists, and back by Backspace', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('3');
  const first = (await barOf(page)).name;
  const [caller] = await page.all('row');
  await page.clickAt(caller);
  await page.idle();
  assert.equal((await barOf(page)).name, caller.name);
  assert.ok((await page.link()).includes('view=callers&pivot='));
  await page.press('Backspace');
  assert.equal((await barOf(page)).name, first);
  await page.click('chip', 'pivot');
  assert.deepEqual(await page.all('chip'), []);
});

test('a wheel over the callers zooms both, the flame graph stays', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('3');
  const before = (await boxes(page)).filter((box) => box.rect.h < 32);
  const wide = before.filter(({ rect }) => rect.w > 60).sort((a, b) => a.rect.w - b.rect.w)[0];
  await page.clickAt(wide, { clickCount: 2 });
  await page.idle();
  const bar = await barOf(page);
  const again = (await boxes(page)).filter(({ name, value }) => name === wide.name && value === wide.value);
  assert.ok(again.some(({ rect }) => Math.abs(rect.w - bar.rect.w) < 2), 'the box fills the window');
  await page.press('Escape');
  assert.equal((await boxes(page)).filter((box) => box.rect.h < 32).length, before.length);
  await page.press('1');
  assert.equal(await page.said('minimap'), 'whole graph');
});

test('a link leads to the function by its name', async ({ visit }) => {
  const page = await opened(visit);
  const [row] = await page.rows();
  await page.clickAt(row);
  await page.press('v');
  const link = new URL(await page.link()).hash.slice(1);
  assert.equal(link, `view=callers&pivot=${encodeURIComponent(row.name)}`);
  const other = await visit(DIST, {
    reducedMotion: 'reduce',
    fragment: `profileURL=profiles/cpu.pb.gz&${link}`,
  });
  await until(async () => (await barOf(other))?.name === row.name, 'the function of the link');
});

test('on a telephone the lists lie below the graphs', async ({ visit }) => {
  const page = await opened(visit, cpu, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await page.click('tab', 'Callers');
  const bar = await barOf(page);
  const [row] = await page.all('row');
  assert.ok(row.rect.y > bar.rect.y + bar.rect.h);
  assert.ok(row.rect.x >= 0 && row.rect.x + row.rect.w <= 390);
  await page.clickAt(row);
  await page.idle();
  assert.equal((await barOf(page)).name, row.name);
});
