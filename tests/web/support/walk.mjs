// Many states of the page, one after the other in one visit, each told by its name when something is wrong.
import assert from 'node:assert/strict';

// `begin` visits the page; `steps` are [name, step], and step(page) begins at the start page. After a fault the next
// one has a visit of its own.
export async function walk(begin, steps) {
  let page;
  const faults = [];
  for (const [name, step] of steps) {
    page ??= await begin();
    try {
      await step(page);
      await page.startAgain();
    } catch (error) {
      faults.push(`${name}: ${error.message}`);
      page = undefined;
    }
  }
  assert.deepEqual(faults, []);
}
