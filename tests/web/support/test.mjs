// A test is a name and a function that throws when something is wrong. Test files call `test` while they
// are imported; run.mjs runs what has been collected. A test that has no ground to stand on throws `Skip`.
const collected = [];

export class Skip extends Error {}

// `run` gets {visit, browser, onEnd}: `visit` opens the page (see visit.mjs), `browser` is the Chromium
// shared by all tests, and `onEnd(step)` adds a step to be taken when the test is over.
export function test(name, run, { seconds = 60 } = {}) {
  collected.push({ name, run, seconds });
}

export const takeCollected = () => collected.splice(0);
