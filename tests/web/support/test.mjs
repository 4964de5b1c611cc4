// A test is a name and a function that throws when something is wrong. Test files call `test` while they
// are imported; lane.mjs runs what has been collected. A test that has no ground to stand on throws `Skip`.
const collected = [];
let fresh = false;
let whole = false;

export class Skip extends Error {}

// `run` gets {visit, browser, onEnd}: `visit` opens the page (see visit.mjs), `browser` is the Chromium
// shared by the tests of one process, and `onEnd(step)` adds a step to be taken when the test is over.
// What measures time or memory says `alone`: it runs when all others are over.
export function test(name, run, { seconds = 60, alone = false } = {}) {
  collected.push({ name, run, seconds, alone, fresh: fresh || alone, whole });
}

// From here on, each visit of the file's tests has a browser context that nobody has used.
export function freshPages() {
  fresh = true;
}

// The same, in a whole Chromium (browser.mjs): for files whose matter is what leaves the page, where a browser as
// people have it must be seen to do right, and for tabs.
export function wholeBrowser() {
  fresh = true;
  whole = true;
}

// What a file's import has collected; the tests' names begin with the file's.
export function takeCollected(file) {
  fresh = false;
  whole = false;
  return collected
    .splice(0)
    .map((test) => ({ ...test, name: `${file.replace('.test.mjs', '')}: ${test.name}` }));
}
