// Files that the page gives away: made in the page, saved by the browser, sent nowhere.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { recorded } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const cpu = recorded('cpu');

for (const place of [SINGLE, DIST]) {
  test(`the table is saved as CSV: ${place}`, async ({ visit }) => {
    const page = await visit(place);
    await page.open([cpu]);
    await page.idle();
    await page.focusCanvas();
    const coming = page.page.waitForEvent('download', { timeout: 10_000 });
    await page.press('Control+s');
    const file = await coming;
    assert.match(file.suggestedFilename(), /-top\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    const { rows } = await page.answer('top');
    assert.equal(lines.length, 1 + rows.length);
    const [first] = rows;
    assert.ok(lines[1].startsWith(`"${first.name}",`), lines[1]);
    assert.ok(lines[1].includes(`,${first.flat},`), lines[1]);
  });
}
