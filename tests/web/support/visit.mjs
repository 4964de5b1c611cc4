// A visit: the page, opened in a browser context of its own or one that was cleaned (pages.mjs), and
// everything it does that it should not.
// All asking goes through page.evaluate: under a strict policy page.waitForFunction returns early, and
// an added script tag is refused.
import assert from 'node:assert/strict';
import { newPage } from './pages.mjs';
import { place } from './places.mjs';

const VIEWS = ['Growth', 'Flame', 'Side by side', 'Top', 'Callers', 'Graph', 'Lines', 'Labels', 'Facts', 'Goroutines', 'Contention', 'Heap'];

const WIDE = { width: 1000, height: 300 };

// Figures are grouped by thin spaces.
export const plain = (text) => text.replace(/\u2009/g, '').replace(/\u2212/g, '-');

const isOverNetwork = (url) => /^(https?|wss?):/.test(url);

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Asks until `ask` gives something true, and gives that back.
export async function until(ask, what, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  let last;
  do {
    last = await ask();
    if (last) return last;
    await pause(30);
  } while (Date.now() < end);
  assert.fail(`${what}: not within ${seconds} s`);
}

export class Visit {
  errors = [];
  requests = [];
  // Set by a test that makes faults on purpose.
  faultsExpected = false;

  // `context` as for Playwright's newContext; `fragment` goes behind the address's '#'; `before` runs in the
  // page before its own scripts. `pages` may hand out a page that earlier tests have used.
  static async begin(browser, name, { fragment = '', url, before, ...context } = {}, pages) {
    const visit = new Visit();
    const taken = pages && !before ? await pages.take(browser, context) : await newPage(browser, context);
    Object.assign(visit, taken);
    visit.context.on('request', (request) => {
      if (isOverNetwork(request.url())) visit.requests.push(request.url());
    });
    visit.page.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(`console: ${message.text()}`);
    });
    visit.page.on('pageerror', (error) => visit.errors.push(`uncaught: ${error}`));
    if (before) await visit.page.addInitScript(before);
    visit.url = url ?? (await place(name)).url;
    await visit.page.goto(visit.url + (fragment && `#${fragment}`));
    return visit;
  }

  // Waits for burnglass.ready; from here on a request is a fault.
  async ready() {
    await until(
      () => this.page.evaluate(() => Boolean(window.burnglass?.ready)),
      'window.burnglass',
    );
    await this.page.evaluate(() => window.burnglass.ready);
    this.requestsAtReady = this.requests.length;
    return this;
  }

  // Sentences about what went wrong behind the test's back.
  async faults() {
    if (this.faultsExpected) return [];
    const violations = this.page.isClosed()
      ? []
      : await this.page.evaluate(() => window.violationsSeen ?? []).catch(() => []);
    return [
      ...this.errors,
      ...violations.map((violation) => `policy: ${violation}`),
      ...this.requestsAfterReady().map((url) => `request after ready: ${url}`),
    ];
  }

  requestsAfterReady = () => this.requests.slice(this.requestsAtReady ?? Infinity);

  // The public API, called in the page. Files are [{name, bytes}].

  async open(files, options) {
    const texts = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
    return this.page.evaluate(
      async ([texts, options]) => {
        const files = texts.map(({ name, base64 }) => ({
          name,
          data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
        }));
        try {
          return await window.burnglass.open(files, options);
        } catch (error) {
          return { rejected: error?.message ?? String(error), isError: error instanceof Error };
        }
      },
      [texts, options],
    );
  }

  close = (id) => this.page.evaluate((id) => window.burnglass.close(id), id);
  query = (partial) => this.page.evaluate((partial) => window.burnglass.query(partial), partial);
  // Large answers come as text: Playwright takes a hundred times as long for objects.
  answer = async (kind, options) =>
    JSON.parse(
      await this.page.evaluate(
        async ([kind, options]) => JSON.stringify(await window.burnglass.answer(kind, options)),
        [kind, options],
      ),
    );
  idle = () => this.page.evaluate(() => window.burnglass.idle());
  snapshot = async () =>
    JSON.parse(await this.page.evaluate(() => JSON.stringify(window.burnglass.snapshot())));
  link = () => this.page.evaluate(() => window.burnglass.link());
  stats = () => this.page.evaluate(() => window.burnglass.stats());
  marks = () =>
    this.page.evaluate(() =>
      performance
        .getEntriesByType('mark')
        .filter((mark) => mark.name.startsWith('burnglass:'))
        .map((mark) => ({ name: mark.name, at: mark.startTime })),
    );

  // What is on screen.

  // All entries of a role whose name is `name` (a string) or fits it (a pattern).
  async all(role, name = /(?:)/) {
    const fits = (entry) => (name instanceof RegExp ? name.test(entry.name) : entry.name === name);
    return (await this.snapshot()).filter((entry) => entry.role === role && fits(entry));
  }

  // The first such entry; waits for it.
  find(role, name) {
    return until(async () => (await this.all(role, name))[0], `${role} ${name} on screen`);
  }

  // The tabs of files; the views have tabs, too. A file's tab is told by the kind of its profile, since it
  // shows the program's name, which profiles of one program share.
  fileTabs = async () => (await this.all('tab')).filter(({ name }) => !VIEWS.includes(name));

  tabOf = ({ kind }) =>
    until(
      async () => (await this.fileTabs()).find(({ value }) => value === kind),
      `the tab of the ${kind} profile`,
    );

  // Brings an open profile to the front.
  async show(profile) {
    await this.clickAt(await this.tabOf(profile));
    await this.idle();
  }

  // The rows of the top table; the panel of the selected function has rows of its own.
  rows = async () => (await this.all('row')).filter(({ value }) => value.startsWith('flat '));

  // What a label says that is known by its role in the page: found, card, error, facts …
  said = async (name) =>
    plain((await this.all('label', name)).map(({ value }) => value).join('\n'));

  async click(role, name) {
    await this.clickAt(await this.find(role, name));
    await this.idle();
  }

  async clickAt(entry, options) {
    const { x, y } = middle(entry);
    await this.page.mouse.click(x, y, options);
  }

  async hover(entry) {
    const { x, y } = middle(entry);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x, y);
    await this.idle();
  }

  async press(key) {
    await this.page.keyboard.press(key);
    await this.idle();
  }

  // Waits until a flame graph with boxes is on screen.
  async flameDrawn() {
    await until(
      async () =>
        (await this.marks()).some((mark) => mark.name === 'burnglass:first-frame') &&
        (await this.all('box')).length > 1,
      'the flame graph',
      30,
    );
    await this.idle();
  }

  // Closes what is open, menus, fields and profiles, as a person does, and takes the pointer away: for a test that
  // sees many things in one visit. A narrow page has no room for the crosses of tabs.
  async startAgain() {
    await this.page.mouse.move(-10, -10);
    await this.focusCanvas();
    for (const key of ['Escape', 'Escape', 'Escape', 'Escape', '1']) await this.press(key);
    const size = this.page.viewportSize();
    if (size.width < WIDE.width) await this.page.setViewportSize(WIDE);
    await this.idle();
    for (let cross; (cross = (await this.all('button', /^close /))[0]); await this.idle()) await this.clickAt(cross);
    await this.page.mouse.move(-10, -10);
    if (size.width < WIDE.width) await this.page.setViewportSize(size);
    await this.idle();
    const left = (await this.all('tab')).map(({ name }) => name);
    assert.deepEqual(left, [], 'the start page');
  }

  focusCanvas = () => this.page.evaluate(() => document.querySelector('canvas').focus());
}

export const middle = ({ rect }) => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
export const has = (entry, state) =>
  [entry.state ?? []].flat().join(' ').split(/[ ,]+/).includes(state);
