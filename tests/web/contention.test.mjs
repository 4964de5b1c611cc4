// Contention: block and mutex profiles of one program together; the numbers are those of the command.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';
import { has, plain } from './support/visit.mjs';

const command = path.join(root, 'build/release/burnglass');
const folder = path.join(root, 'tests/data/incidents/audit');
const names = ['block.pb.gz', 'mutex.pb.gz'];
const files = names.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
const culprit = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')).expect.culprit_function;

function said(which = names) {
  if (!existsSync(command)) throw new Skip('there is no build/release/burnglass');
  const paths = which.map((name) => path.join(folder, name));
  return JSON.parse(execFileSync(command, ['contention', '--json', ...paths]).toString());
}

async function opened(visit, which = files, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open(which);
  await page.idle();
  await page.focusCanvas();
  await page.press('8');
  return page;
}

const rows = (page) => page.all('row', /(?:)/);

test('block and mutex are told together: by site who makes wait, then who waits', async ({ visit }) => {
  const page = await opened(visit);
  assert.ok(has(await page.find('tab', 'Contention'), 'selected'));
  const { rows: told, sites } = said();
  const seen = (await rows(page)).map(({ name, value }) => ({ name, value: plain(value) }));
  assert.ok(seen.length > 2);
  const words = told.map(({ function: name, role, class: kind, count }) =>
    `${name}|${kind === 'idle' ? 'idle' : role}|${count}`);
  for (const { name, value } of seen) {
    const [, role, count] = /^(waits|makes wait|idle), .* in (\d+) waits/.exec(value);
    assert.ok(words.includes(`${name}|${role}|${count}`), `${name} ${value}`);
  }
  const heads = (await page.all('label', 'site')).map(({ value }) => value);
  assert.ok(heads[0].startsWith(sites[0].site.slice(sites[0].site.lastIndexOf('/') + 1)));
  const first = seen.find(({ value }) => value.startsWith('makes wait'));
  assert.equal(first.name, culprit);
  assert.match(await page.said('meaning'), /Go 1\.22/);
});

test('a block profile alone says what it does not know', async ({ visit }) => {
  const page = await opened(visit, [files[0]]);
  assert.match(await page.said('meaning'), /Without a mutex profile/);
  for (const { value } of await rows(page)) assert.doesNotMatch(value, /^makes wait/);
});

test('rows are chosen by arrows and by a click, and lead to their boxes', async ({ visit }) => {
  const page = await opened(visit);
  await page.press('ArrowDown');
  assert.ok(has((await rows(page))[0], 'selected'));
  const waiting = (await rows(page)).find(({ value }) => value.startsWith('waits'));
  await page.clickAt(waiting);
  await page.idle();
  await page.press('1');
  const box = (await page.all('box', waiting.name)).find((one) => has(one, 'selected'));
  assert.ok(box, `${waiting.name} is the selected box`);
});

test('a CPU profile has no such view', async ({ visit }) => {
  const page = await opened(visit, [recorded('cpu')]);
  assert.deepEqual(await page.all('tab', 'Contention'), []);
  assert.ok(has(await page.find('tab', 'Flame'), 'selected'));
});

test('on a telephone the rows and their meaning are there', async ({ visit }) => {
  const page = await opened(visit, files, {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
  });
  const [first] = await rows(page);
  assert.ok(first.rect.h >= 44 && first.rect.x + first.rect.w <= 390);
});
