// Names in a profile are whatever somebody wrote there: markup, formulas, escape sequences, characters that turn
// text around, a megabyte of letters, bytes that are no text. They are names everywhere, and nothing else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { writeProfile } from './support/profile_writer.mjs';
import { test } from './support/test.mjs';

const MARKUP = '<img src=x onerror=document.title=1>';
const LONG = 'x'.repeat(1 << 20);
const names = {
  markup: MARKUP,
  script: '</script><script>document.title=1</script>',
  entity: '&lt;b&gt;&#x41;',
  bidi: 'main.\u202eevil\u202c\u2066run\u2069',
  marks: 'main.\u200erun\u200f\u061c',
  unseen: 'main\u200b.\u2060run\ufeff',
  escape: '\x1b]0;owned\x07\x1b[31mred',
  lines: 'main.a\nmain.b\r\n\tmain.c',
  formula: "=cmd|' /C calc'!A0",
  plus: '+1+1',
  at: '@SUM(1)',
  markdown: '[a](javascript:x)|`b`',
  long: `main.${LONG}`,
};

// One function each below main.main, and one whose bytes are no UTF-8: a mark of two bytes becomes one of these.
function hostileFile() {
  const samples = Object.values(names).map((name, i) => [100 + i, [name, 'main.main']]);
  const bytes = writeProfile([...samples, [99, ['main.\u00ff\u00fe', 'main.main']]], { file: `${MARKUP}\u202e.go` });
  const mark = Buffer.from('\u00ff\u00fe');
  bytes.fill(Buffer.from([0xff, 0xc0, 0x80, 0xed]), bytes.indexOf(mark), bytes.indexOf(mark) + mark.length);
  return { name: `${MARKUP}\u202egz.bp`, bytes };
}

async function opened(visit, options = {}) {
  const page = await visit(SINGLE, { reducedMotion: 'reduce', ...options });
  await page.open([recorded('cpu'), hostileFile()]);
  await page.idle();
  await page.focusCanvas();
  await page.press('n');
  return page;
}

const title = (page) => page.page.evaluate(() => document.title);

test('every view shows them, quickly, and runs nothing of them', async ({ visit }) => {
  const page = await opened(visit);
  const before = await title(page);
  for (const key of ['1', '2', '3', '4', '5', '6', '7', 'Shift+P', 'Escape', '1', 'i', 'i', 'e', 'e']) {
    await page.press(key);
    assert.equal(await title(page), before, key);
  }
  const { rows } = await page.answer('top', { all: true });
  for (const name of Object.values(names)) {
    assert.ok(rows.some((row) => row.name === name), name.slice(0, 40));
  }
  await page.press('2');
  await page.page.mouse.move(300, 300);
  await page.idle();
  const { frameMs } = await page.stats();
  const median = frameMs.sort((a, b) => a - b)[frameMs.length >> 1];
  assert.ok(median < 100, `${median} ms a frame`);
});

test('the selected one has its card, its menu and its way in the twin', async ({ visit }) => {
  const page = await opened(visit);
  const { rows } = await page.answer('top');
  assert.ok(rows.length > 10);
  await page.press('2');
  for (const row of (await page.rows()).slice(0, 12)) {
    await page.clickAt(row);
    await page.idle();
    for (const key of [' ', 'Escape', 'Shift+F10', 'Escape']) await page.press(key);
  }
  const seen = await page.page.evaluate(() => {
    const twin = document.getElementById('twin-heading').parentElement;
    return { text: twin.textContent, images: document.querySelectorAll('img').length };
  });
  assert.ok(seen.text.includes(MARKUP), 'markup is told as text');
  assert.equal(seen.images, 0);
  assert.doesNotMatch(seen.text, /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u061c\ufeff\u2060\x1b]/);
  assert.ok(seen.text.length < 200_000, `${seen.text.length} characters`);
});

// The file that an entry of the menu, or a key, gives.
async function saved(page, act) {
  const coming = page.page.waitForEvent('download', { timeout: 20_000 });
  await act();
  const file = await coming;
  await page.idle();
  return readFile(await file.path(), 'utf8');
}
const fromMenu = (words, detail) => async (page) => {
  await page.focusCanvas();
  await page.press('x');
  const all = await page.all('menuitem', words);
  await page.clickAt(all.find(({ value }) => !detail || value === detail));
};

test('no cell of a saved table is a formula', async ({ visit }) => {
  const page = await opened(visit);
  for (const act of [fromMenu('Top table', 'CSV'), () => page.press('Control+s')]) {
    const csv = await saved(page, () => act(page));
    assert.ok(csv.includes(`"'=cmd|' /C calc'!A0"`));
    assert.ok(csv.includes(`"'+1+1"`) && csv.includes(`"'@SUM(1)"`));
    assert.doesNotMatch(csv, /(^|,)"?[=+@]/m);
  }
});

test('a copied table is none of formulas, either', async ({ visit }) => {
  const page = await opened(visit, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.press('Control+Shift+P');
  await page.page.keyboard.type('Copy table');
  await page.press('Enter');
  await page.idle();
  const text = await page.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(text.includes(`\n'=cmd|' /C calc'!A0\t`), text.slice(0, 200));
  assert.doesNotMatch(text, /^[=+@]/m);
});

test('pictures and tables for people hold text alone', async ({ visit }) => {
  const page = await opened(visit);
  const svg = await saved(page, () => fromMenu('Flame graph')(page));
  const parsed = await page.page.evaluate((svg) => {
    const xml = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const all = [...xml.querySelectorAll('*')];
    return { wrong: xml.querySelector('parsererror')?.textContent ?? '', tags: [...new Set(all.map((one) => one.localName))] };
  }, svg);
  assert.equal(parsed.wrong, '');
  for (const tag of ['script', 'img', 'foreignObject']) assert.ok(!parsed.tags.includes(tag), tag);
  const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\x1b]/;
  assert.doesNotMatch(svg, UNSEEN);
  const markdown = await saved(page, () => fromMenu('Top table', 'Markdown')(page));
  assert.ok(markdown.includes('\\<img src=x'));
  assert.doesNotMatch(markdown, UNSEEN);
  assert.equal(markdown.trim().split('\n').length, 2 + Object.keys(names).length + 2);
});
