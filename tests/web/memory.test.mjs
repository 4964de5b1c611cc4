// Closing gives memory back.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

const heap = recorded('heap');

test('twenty times open and close end where the second did', async ({ visit }) => {
  const page = await visit(SINGLE);
  const used = [];
  for (let i = 0; i < 20; i++) {
    const { opened } = await page.open([heap]);
    const whileOpen = (await page.stats()).engineHeap;
    await page.close(opened[0].id);
    await page.idle();
    const { engineHeap, engineMemory } = await page.stats();
    assert.ok(engineHeap < whileOpen, `${engineHeap} of ${whileOpen} bytes stay after closing`);
    used.push({ engineHeap, engineMemory });
  }
  assert.deepEqual(
    used.at(-1),
    used[1],
    `bytes after each closing: ${used.map((u) => u.engineHeap)}`,
  );
}, { alone: true });
