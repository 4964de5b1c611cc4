// What a person on call comes for: each task is at most four real inputs, and then the answer is there.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';
import { has, plain, until } from './support/visit.mjs';

const cpu = recorded('cpu');
const MOST = 4;

// A person's hands: every input counts, and a task may have only so many.
class Hands {
  inputs = 0;

  constructor(page) {
    this.page = page;
  }

  async input(act) {
    this.inputs++;
    assert.ok(this.inputs <= MOST, `more than ${MOST} inputs`);
    await act();
    await this.page.idle();
  }

  press = (key) => this.input(() => this.page.page.keyboard.press(key));
  type = (text) => this.input(() => this.page.page.keyboard.type(text));
  click = (entry, options) => this.input(() => this.page.clickAt(entry, options));
  async clickNamed(role, name) {
    await this.click(await this.page.find(role, name));
  }
}

function task(words, act) {
  test(words, async ({ visit }) => {
    const page = await visit(SINGLE, {
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.open([cpu]);
    await page.idle();
    await page.focusCanvas();
    await act({ page, hands: new Hands(page), visit });
  });
}

const row = async (page, name) => (await page.rows()).find((one) => one.name === name);
const ms = (text) => Number(/([\d.]+) ms/.exec(plain(text))?.[1] ?? Number(/([\d.]+) s/.exec(plain(text))[1]) * 1000);

// What each function of the program itself costs when all else counts for who called it, from the boxes.
function ownCosts({ boxes }) {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const costs = new Map();
  for (const box of boxes) {
    let at = box;
    while (at && !at.name.startsWith('main.')) at = byId.get(at.parent);
    if (at) costs.set(at.name, (costs.get(at.name) ?? 0) + Number(box.flat));
  }
  return costs;
}

task('find the hottest function of your own code', async ({ page, hands }) => {
  const costs = ownCosts(await page.answer('flame'));
  const [hottest] = [...costs].sort((a, b) => b[1] - a[1]);
  await hands.press('o');
  const [first] = await page.rows();
  assert.equal(first.name, hottest[0]);
  assert.equal(ms(first.value.split('cum')[0]), Math.round(hottest[1] / 1e6));
});

task('who calls it', async ({ page, hands }) => {
  await hands.click(await row(page, 'runtime.asyncPreempt'));
  await hands.press('3');
  const { boxes } = await page.answer('flame');
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const costs = new Map();
  for (const box of boxes.filter(({ name }) => name === 'runtime.asyncPreempt')) {
    const { name } = byId.get(box.parent);
    costs.set(name, (costs.get(name) ?? 0) + Number(box.cum));
  }
  const [first] = [...costs].sort((a, b) => b[1] - a[1]);
  const callers = (await page.all('row')).filter(({ name }) => costs.has(name));
  assert.equal(callers[0].name, first[0]);
  assert.equal(ms(callers[0].value), first[1] / 1e6);
});

task('which line', async ({ page, hands }) => {
  await hands.press('/');
  await hands.type('main.cpuWork$');
  await hands.click(await row(page, 'main.cpuWork'));
  await hands.press('5');
  const lines = (await page.all('row', /^main\.go:\d+/)).map(({ name, value }) => [
    name,
    ms(/cum (\S+ \S+)/.exec(plain(value))[1]),
  ]);
  // As `pprof -list` of the same file has it.
  const [worst] = [...lines].sort((a, b) => b[1] - a[1]);
  assert.deepEqual(worst, ['main.go:133', 430]);
});

task('how much of it is GC', async ({ page, hands }) => {
  const pattern = 'gcBgMarkWorker|gcAssistAlloc|gcDrain|bgsweep';
  await hands.press('/');
  await hands.type(pattern);
  const { boxes, total } = await page.answer('flame');
  const byId = new Map(boxes.map((box) => [box.id, box]));
  let sum = 0;
  for (const box of boxes) {
    if (!new RegExp(pattern).test(box.name)) continue;
    let above = byId.get(box.parent);
    while (above && !new RegExp(pattern).test(above.name)) above = byId.get(above.parent);
    if (!above) sum += Number(box.cum);
  }
  assert.ok(sum > 0);
  const found = plain(await page.said('found'));
  assert.ok(found.startsWith(`${((100 * sum) / Number(total)).toFixed(1)} %`), found);
});

task('which label value causes it', async ({ page, hands }) => {
  await hands.click(await row(page, 'sort.insertionSortCmpFunc').then((one) => one ?? page.rows().then(([first]) => first)));
  await hands.press('Shift+F');
  await hands.press('6');
  const [value] = await page.all('row');
  const cost = ms(value.value);
  await hands.click(value);
  assert.equal(Number((await page.answer('flame')).boxes[0].cum) / 1e6, cost);
});

task('hide the runtime', async ({ page, hands }) => {
  const whole = await page.answer('flame');
  const alone = new Set(); // boxes with nothing but the runtime above them
  let beyondRuntime = 0;
  for (const box of whole.boxes) {
    const within = box.depth === 0 || (alone.has(box.parent) && box.name.startsWith('runtime.'));
    if (within) alone.add(box.id);
    else beyondRuntime += Number(box.flat);
  }
  await hands.press('f');
  await hands.clickNamed('menuitem', 'hide');
  await hands.type('^runtime\\.');
  await hands.press('Enter');
  await until(async () => !(await page.all('box')).some(({ name }) => name.startsWith('runtime.')), 'no runtime');
  assert.equal((await page.query()).hide, '^runtime\\.');
  const { boxes } = await page.answer('flame');
  assert.deepEqual(boxes.filter(({ name }) => name.startsWith('runtime.')), []);
  // The stacks of the runtime alone go, all others keep their cost.
  assert.equal(Number(boxes[0].cum), beyondRuntime);
});

task('hand the finding to a colleague', async ({ page, hands, visit }) => {
  await hands.click(await row(page, 'runtime.asyncPreempt'));
  await hands.press('Shift+F');
  await hands.press('y');
  const link = await page.page.evaluate(() => navigator.clipboard.readText());
  const other = await visit(SINGLE, { fragment: new URL(link).hash.slice(1), reducedMotion: 'reduce' });
  await other.open([cpu]);
  await other.idle();
  assert.equal((await other.query()).focus, '^runtime\\.asyncPreempt$');
});

task('get back to the start', async ({ page, hands }) => {
  const before = (await page.all('box')).length;
  const first = await row(page, 'runtime.asyncPreempt');
  await page.clickAt(first);
  await page.press('Shift+F');
  await page.press('2');
  await page.idle();
  await hands.press('Shift+C');
  await hands.press('1');
  await hands.press('0');
  assert.deepEqual(await page.query(), { sample_index: '' });
  assert.equal((await page.all('box')).length, before);
  assert.ok(has(await page.find('tab', 'Flame'), 'selected'));
});
