// Runs the browser tests against build/web/. Prints a line for each, and at the end the line that
// scripts/test adds up.
//
// usage: node tests/web/run.mjs [--update-goldens] [WORD]...    only tests whose file or name has a WORD
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/checks.mjs';
import { launch } from './support/browser.mjs';
import { closePlaces, dist, single } from './support/places.mjs';
import { Skip, takeCollected } from './support/test.mjs';
import { Visit } from './support/visit.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = path.join(root, 'tests/web');
const failures = path.join(root, 'build/artefacts/failures');
const counts = { passed: 0, failed: 0, skipped: 0 };

async function collect() {
  const tests = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()) {
    await import(path.join(folder, file));
    const theme = file.replace('.test.mjs', '');
    tests.push(...takeCollected().map((test) => ({ ...test, name: `${theme}: ${test.name}` })));
  }
  return tests.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
}

async function withTimeout(promise, seconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// Runs one test with the visits it makes; what the pages did wrong unasked fails it, too.
async function runTest(browser, test) {
  const visits = [];
  const endings = [];
  const visit = async (place, options) => {
    const opened = await Visit.begin(browser, place, options);
    visits.push(opened);
    return options?.waitForReady === false ? opened : opened.ready();
  };
  try {
    await withTimeout(
      test.run({ visit, browser, onEnd: (step) => endings.push(step) }),
      test.seconds,
    );
    const faults = (await Promise.all(visits.map((visit) => visit.faults()))).flat();
    if (faults.length > 0) throw new Error(`the page did wrong:\n${faults.join('\n')}`);
  } catch (error) {
    if (!(error instanceof Skip)) await keepPicture(visits.at(-1), test.name);
    throw error;
  } finally {
    for (const step of endings.reverse()) await step();
    for (const visit of visits) await visit.end().catch(() => {});
  }
}

async function keepPicture(visit, name) {
  mkdirSync(failures, { recursive: true });
  const file = `${name.replace(/[^\w]+/g, '-').slice(0, 100)}.png`;
  await visit?.page.screenshot({ path: path.join(failures, file), timeout: 5000 }).catch(() => {});
}

// The message, and the places in the test's own file.
function describe(error) {
  const places = String(error.stack ?? '').match(/[\w-]+\.test\.mjs:\d+/g) ?? [];
  // Playwright puts the whole log of the browser behind its message.
  const message = (error.message ?? String(error)).split('\nBrowser logs:')[0];
  return [message, ...places.map((place) => `at ${place}`)].join('\n');
}

// False: it failed and may be tried again.
async function report(browser, test, mayTryAgain) {
  const start = Date.now();
  const took = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  try {
    await runTest(browser, test);
    counts.passed++;
    console.log(`ok ${test.name} (${took()})`);
  } catch (error) {
    if (error instanceof Skip) {
      counts.skipped++;
      console.log(`skipped ${test.name}: ${error.message}`);
      return true;
    }
    if (mayTryAgain) {
      console.log(`again ${test.name}: the first try failed (${took()})`);
      console.log(describe(error).replace(/^/gm, '  '));
      return false;
    }
    counts.failed++;
    console.log(`FAIL ${test.name} (${took()})`);
    console.log(describe(error).replace(/^/gm, '  '));
  }
  return true;
}

const missing = [single, path.join(dist, 'index.html')].filter((file) => !existsSync(file));
const tests = await collect();
if (missing.length > 0) {
  console.log(`FAIL there is no ${missing.join(' and no ')}: scripts/build web makes them`);
  counts.failed = tests.length || 1;
} else if (tests.length > 0) {
  let browser = await launch();
  // A browser on a busy machine is sometimes late: a test may fail once, and the output says so.
  for (const test of tests) {
    for (const mayTryAgain of [true, false]) {
      if (!browser.isConnected()) browser = await launch();
      if (await report(browser, test, mayTryAgain)) break;
    }
  }
  await closePlaces();
  await browser.close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
