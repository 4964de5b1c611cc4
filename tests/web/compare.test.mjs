// Before and after: open profiles compared by hand, with the numbers of the command and of pprof.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, shared } from '../support/checks.mjs';
import { readTable } from '../support/profiles_index.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';
import { has, plain } from './support/visit.mjs';

const command = path.join(root, 'build/release/burnglass');
const wiki = path.join(shared, 'incidents/26-wiki-slower');
const goReal = path.join(shared, 'conformance/go-real');

const fileOf = (folder, name, as = name.replace('/', '-')) => ({
  name: as,
  bytes: readFileSync(path.join(folder, name)),
});

function needs(...paths) {
  for (const one of paths) if (!existsSync(one)) throw new Skip(`${one} is not here`);
}

const run = (args) => execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });

// Two builds of one program are open, and compared by the button and its menu.
async function compared(visit, options = {}) {
  needs(wiki);
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([fileOf(wiki, 'before/cpu.pb.gz', 'before.pb.gz'), fileOf(wiki, 'after/cpu.pb.gz', 'after.pb.gz')]);
  await page.idle();
  await page.focusCanvas();
  await page.press('n');
  await page.click('button', 'Compare');
  await page.click('menuitem', /before/);
  return page;
}

const changeRows = async (page) => (await page.all('row')).filter(({ value }) => value.startsWith('flat A '));

const seconds = (text) => {
  const [, figure, unit] = /^([+-]?[\d.]+)(?: (\S+))?$/.exec(plain(text).trim());
  return Number(figure) * { ns: 1, µs: 1e3, ms: 1e6, s: 1e9, undefined: 1 }[unit];
};

test('the headline is about the first change beyond noise, and rows are those of burnglass diff', async ({ visit }) => {
  needs(command);
  const page = await compared(visit);
  const told = JSON.parse(run(['diff', '--json', `${wiki}/before/cpu.pb.gz`, `${wiki}/after/cpu.pb.gz`]));
  assert.deepEqual(await page.answer('diff'), told);
  const first = told.rows.find((row) => row.significant).function.split('/').at(-1);
  const headline = await page.said('headline');
  assert.ok(headline.startsWith(first), `${headline} is not about ${first}`);
  assert.match(headline, /now, .* before\..*beyond noise/s);
  const rows = await changeRows(page);
  assert.ok(rows.length > 8);
  rows.forEach(({ name, value, state }, i) => {
    const wanted = told.rows[i];
    assert.equal(name, wanted.function);
    assert.equal(has({ state }, 'disabled'), !wanted.significant, name);
    const [, a, b] = /^flat A (.+?) B (\S+ \S+) /.exec(plain(value));
    assert.ok(Math.abs(seconds(a) - Number(wanted.flat_a)) <= 0.006 * Math.abs(Number(wanted.flat_a)), value);
    assert.ok(Math.abs(seconds(b) - Number(wanted.flat_b)) <= 0.006 * Math.abs(Number(wanted.flat_b)), value);
  });
  const sum = told.rows.reduce((all, row) => all + BigInt(row.delta), 0n);
  assert.equal(sum, BigInt(told.total_b) - BigInt(told.total_a));
});

test('swapping turns every sign round', async ({ visit }) => {
  const page = await compared(visit);
  const before = await page.answer('diff');
  await page.click('button', 'swap A and B');
  const after = await page.answer('diff');
  assert.equal(after.total_a, before.total_b);
  const of = new Map(after.rows.map((row) => [row.function, row]));
  for (const row of before.rows) assert.equal(BigInt(of.get(row.function).delta), -BigInt(row.delta), row.function);
  assert.match((await page.all('button', /^A /))[0].name, /after/);
});

test('normalised, both totals are equal and boxes tell points', async ({ visit }) => {
  const page = await compared(visit);
  await page.click('button', 'Absolute');
  await page.click('menuitem', 'Normalised to equal totals');
  const { total_a, total_b } = await page.answer('diff');
  assert.equal(total_a, total_b);
  assert.match(await page.said('headline'), /takes [\d.]+ % now, [\d.]+ % before/);
  await page.click('button', 'Normalised to totals');
  await page.click('menuitem', 'Per second of duration');
  assert.notEqual((await page.answer('diff')).total_b, total_b);
});

test('a lens leaves its rows alone', async ({ visit }) => {
  const page = await compared(visit);
  await page.click('button', 'Grew');
  const rows = await changeRows(page);
  assert.ok(rows.length > 0);
  for (const { name, value } of rows) assert.match(plain(value), /cum A .* \+\d.*beyond noise$/, name);
  assert.match(await page.link(), /lens=grew/);
  await page.click('button', 'New');
  for (const { name, value } of await changeRows(page)) assert.match(plain(value), /cum A 0/, name);
});

test('boxes are as wide as both, as A or as B, and say what each has', async ({ visit }) => {
  const page = await compared(visit);
  const name = /\(\*Renderer\)\.links$/;
  const widest = async () => (await page.all('box', name)).sort((a, b) => b.rect.w - a.rect.w)[0];
  const both = await widest();
  assert.match(plain(both.value), /^A 250 ms B 1\.51 s · \+1\.26 s/);
  const shares = { both: both.rect.w };
  for (const [side, words] of [['a', 'A, what was before'], ['b', 'B, what is after']]) {
    await page.click('button', /^Width: /);
    await page.click('menuitem', words);
    const box = await widest();
    assert.equal(box.value, both.value);
    shares[side] = box.rect.w;
  }
  assert.ok(shares.a < shares.both && shares.both < shares.b, JSON.stringify(shares));
  await page.hover(await widest());
  assert.match(await page.said('card'), /A, before 250 ms.*B, after 1\.51 s.*difference \+1\.26 s/);
});

test('side by side one selection and one zoom go through both', async ({ visit }) => {
  const page = await compared(visit);
  await page.click('tab', 'Side by side');
  const name = /\(\*Renderer\)\.HTML$/;
  const boxes = await page.all('box', name);
  assert.equal(boxes.length, 2);
  await page.clickAt(boxes[0]);
  await page.idle();
  assert.deepEqual((await page.all('box', name)).map((box) => has(box, 'selected')), [true, true]);
  await page.press('Enter');
  for (const box of await page.all('box', name)) assert.ok(box.rect.w > 250, `${box.rect.w}`);
  assert.match(await page.said('side A'), /before/);
});

test('the twin says the headline, the legend and the rows', async ({ visit }) => {
  const page = await compared(visit);
  const rows = await page.page.evaluate(() =>
    [...document.querySelectorAll('#twin-view-rows tr')].map((row) => row.textContent));
  assert.ok(rows.some((text) => text.startsWith('headline')), rows[0]);
  assert.ok(rows.some((text) => text.startsWith('legend')));
  assert.ok(rows.length > 10);
});

const modes = (args) => ({
  base: args.filter((arg) => /^-(diff_)?base=/.test(arg)).map((arg) => arg.slice(arg.indexOf('=') + 1)),
  cancel: args.some((arg) => arg.startsWith('-base=')),
  mode: args.includes('-normalize') ? 'normalized' : 'absolute',
  sources: args.filter((arg) => !arg.startsWith('-')),
  rest: args.filter((arg) => arg.startsWith('-') && !/^-((diff_)?base=|normalize)/.test(arg)),
});

// The active profile as the menu saves it.
async function saved(page) {
  await page.click('button', 'save as');
  const entry = await page.find('menuitem', 'Profile, as filtered');
  const coming = page.page.waitForEvent('download', { timeout: 10_000 });
  await page.clickAt(entry);
  const bytes = readFileSync(await (await coming).path());
  await page.idle();
  return bytes;
}

test('a profile less itself is nothing, and it is said', async ({ visit }) => {
  needs(goReal);
  const page = await visit(SINGLE);
  const { opened } = await page.open([fileOf(goReal, 'cpu.pb.gz')]);
  const both = { base: [opened[0].id], source: [opened[0].id], cancel: true };
  const { id } = await page.page.evaluate((plan) => window.burnglass.compare(plan), both);
  assert.equal((await page.answer('info', { profile: id })).samples, 0);
  const text = (await page.snapshot()).map(({ name, value }) => `${name} ${value}`).join('\n');
  assert.match(text, /Both sides are equal, sample for sample/);
});

test('a plan that is none is refused in words', async ({ visit }) => {
  const page = await visit(SINGLE);
  const refused = (plan) =>
    page.page.evaluate((plan) => window.burnglass.compare(plan).then(() => '', (error) => error.message), plan);
  assert.match(await refused({ base: [1] }), /this is no comparison/);
  assert.match(await refused({ base: [7], source: [8] }), /No such profile is open/);
});

// What is saved of the page's comparison must be printed as pprof printed the files themselves.
test("every base, diff_base and normalize of the conformance set is pprof's in the page", async ({ visit }) => {
  needs(path.join(goReal, 'cases.tsv'), command);
  const cases = readTable(path.join(goReal, 'cases.tsv')).filter(
    ({ id, args, rc, compare }) => /-(diff_)?base=/.test(args) && rc === '0' && compare === 'exact' && !args.includes('-list=') && id !== 'base.cpu.self');
  assert.ok(cases.length > 12);
  const folder = mkdtempSync(path.join(tmpdir(), 'burnglass-compare-'));
  const page = await visit(SINGLE);
  const ids = new Map();
  for (const { id, args, output } of cases) {
    const { base, cancel, mode, sources, rest } = modes(args.split(' '));
    for (const name of [...base, ...sources].filter((one) => !ids.has(one))) {
      ids.set(name, (await page.open([fileOf(goReal, name)])).opened[0].id);
    }
    const plan = { base: base.map((one) => ids.get(one)), source: sources.map((one) => ids.get(one)), cancel, mode };
    await page.page.evaluate((plan) => window.burnglass.compare(plan), plan);
    const file = path.join(folder, `${id}.pb.gz`);
    writeFileSync(file, await saved(page));
    assert.equal(run(['pprof', ...rest, file]), readFileSync(path.join(goReal, output), 'utf8'), id);
  }
  rmSync(folder, { recursive: true });
}, { seconds: 240 });
