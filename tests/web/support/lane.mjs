// A process that runs test files, one after the other, in a Chromium and with servers of its own. run.mjs
// starts it, sends {file, names} whenever it asks, and is told {name, result} of each test.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../support/checks.mjs';
import { launch } from './browser.mjs';
import { Pages } from './pages.mjs';
import { closePlaces } from './places.mjs';
import { Skip, takeCollected } from './test.mjs';
import { Visit } from './visit.mjs';

const failures = path.join(root, 'build/artefacts/failures');

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

// Browsers in which something did not end: the next test has a new one.
const leftBehind = new Set();

// Runs one test with the visits it makes; what the pages did wrong unasked fails it, too.
async function runTest(browser, test, pages) {
  const visits = [];
  const endings = [];
  const visit = async (place, options) => {
    const opened = await Visit.begin(browser, place, options, pages);
    visits.push(opened);
    return options?.waitForReady === false ? opened : opened.ready();
  };
  try {
    await withTimeout(
      test.run({ visit, browser, onEnd: (step) => endings.push(step) }),
      test.seconds,
    );
    const asked = Promise.all(visits.map((visit) => visit.faults()));
    const faults = (await withTimeout(asked, 30)).flat();
    if (faults.length > 0) throw new Error(`the page did wrong:\n${faults.join('\n')}`);
  } catch (error) {
    if (!(error instanceof Skip)) await keepPicture(visits.at(-1), test.name);
    if (pages) endings.unshift(() => pages.drop());
    throw error;
  } finally {
    await withTimeout(endAll(endings, visits), 30).catch((error) => {
      leftBehind.add(browser);
      throw error;
    });
  }
}

async function endAll(endings, visits) {
  for (const step of endings.reverse()) await step();
  for (const visit of visits) await visit.end().catch(() => {});
}

async function keepPicture(visit, name) {
  mkdirSync(failures, { recursive: true });
  const file = `${name.replace(/[^\w]+/g, '-').slice(0, 100)}.png`;
  await visit?.page.screenshot({ path: path.join(failures, file), timeout: 5000 }).catch(() => {});
}

// The message, and the places in the test's own file, indented below a line.
function below(line, error) {
  const places = String(error.stack ?? '').match(/[\w-]+\.test\.mjs:\d+/g) ?? [];
  // Playwright puts the whole log of the browser behind its message.
  const message = (error.message ?? String(error)).split('\nBrowser logs:')[0];
  const words = [message, ...places.map((place) => `at ${place}`)].join('\n');
  return `${line}\n${words.replace(/^/gm, '  ')}`;
}

// 'passed', 'failed' or 'skipped'; nothing when it failed and may be tried again. What it prints it prints
// at once, since other processes print, too.
async function attempt(browser, test, mayTryAgain) {
  const start = Date.now();
  const took = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  try {
    await runTest(browser, test, mayTryAgain && !test.fresh ? pages : undefined);
    console.log(`ok ${test.name} (${took()})`);
    return 'passed';
  } catch (error) {
    if (error instanceof Skip) {
      console.log(`skipped ${test.name}: ${error.message}`);
      return 'skipped';
    }
    if (mayTryAgain) {
      console.log(below(`again ${test.name}: the first try failed (${took()})`, error));
      return undefined;
    }
    console.log(below(`FAIL ${test.name} (${took()})`, error));
    return 'failed';
  }
}

// The browser that is there, the whole Chromium or its shell. Only tests in the shell share pages.
let browser;
const pages = new Pages();

async function closeBrowser() {
  await pages.drop();
  await browser?.one.close();
}

async function connected({ whole }) {
  if (browser?.whole === whole && browser.one.isConnected() && !leftBehind.has(browser.one)) return browser.one;
  await withTimeout(closeBrowser(), 30).catch(() => {});
  browser = { whole, one: await launch({ whole }) };
  return browser.one;
}

// A browser on a busy machine is sometimes late: a test may fail once, and the output says so.
async function runFile({ file, names }) {
  await import(file);
  for (const test of takeCollected(path.basename(file))) {
    if (!names.includes(test.name)) continue;
    const result =
      (await attempt(await connected(test), test, true)) ??
      (await attempt(await connected(test), test, false));
    process.send({ name: test.name, result });
  }
  process.send({});
}

process.on('message', async (message) => {
  if (message !== 'end') return runFile(message);
  await withTimeout(Promise.all([closePlaces(), closeBrowser()]), 30).catch(() => {});
  process.exit(0);
});
