// The real-world profiles, through the page: what pprof reads opens with the total that the native command
// gives (tests/profiles_test.mjs holds that against pprof's own); the rest opens or gets its sentence.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shared } from '../support/checks.mjs';
import { isZstdProfile, profilesFolder, readIndex } from '../support/profiles_index.mjs';
import { parseTop } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { Skip, test } from './support/test.mjs';

// A row's faults, as sentences.
async function faultsOf(page, row) {
  const name = path.basename(row.path);
  const result = await page.open([
    { name, bytes: readFileSync(path.join(profilesFolder, row.path)) },
  ]);
  if (!result.opened) {
    if (isZstdProfile(row) || !row.refused) return [`does not open: ${result.rejected}`];
    return result.rejected.includes(name) ? [] : [`the sentence names no file: ${result.rejected}`];
  }
  const faults = row.refused ? [] : await compareTop(page, row);
  await page.close(result.opened[0].id);
  return faults;
}

// Our first rows against pprof's: where pprof shows names, they and their figures are ours. Of Go's text
// pprof shows one unknown row; we name its functions, and the total is the same.
async function compareTop(page, row) {
  const theirs = parseTop(row.top).slice(0, 5);
  const { rows, totalText } = await page.answer('top', { limit: 5 });
  const ours = rows.map(({ name, flatText, cumText }) => ({ name, flat: flatText, cum: cumText }));
  try {
    if (row.format === 'goroutine-debug1') {
      assert.equal(totalText, theirs[0].cum);
      assert.ok(ours.every(({ name }) => name !== '<unknown>'));
      return [];
    }
    assert.deepEqual(ours.slice(0, theirs.length), theirs);
    return [];
  } catch (error) {
    return [error.message];
  }
}

test(
  'every row of INDEX.tsv',
  async ({ visit }) => {
    if (!existsSync(profilesFolder))
      throw new Skip(`no shared data at ${shared} (BURNGLASS_SHARED)`);
    const page = await visit(SINGLE);
    const rows = readIndex();
    assert.ok(rows.length > 0);
    const faults = [];
    for (const row of rows)
      faults.push(...(await faultsOf(page, row)).map((fault) => `${row.path}: ${fault}`));
    assert.deepEqual(faults, []);
  },
  { seconds: 240 },
);
