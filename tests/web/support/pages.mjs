// A page that one test after another is given: a browser context of its own costs each test more than a
// second of work, most of it a new process that compiles everything again. What a test may have left
// behind is undone in between: the page goes elsewhere, storage is emptied, and the pointer leaves.

const DESKTOP = { width: 1280, height: 800 };
// Memory of the graphics does not come back at once.
const MOST_USES = 30;
// What can be set in a page that is there already.
const SETTABLE = ['viewport', 'colorScheme', 'reducedMotion'];
// Most of a test's time is the drawing of pixels in software, so whoever does not ask for whole ones gets a
// quarter of them: layout, gestures and numbers are the same.
const FEW_PIXELS = 0.5;
// What a visit or its test may listen to.
const HEARD = ['console', 'pageerror', 'download', 'dialog', 'popup', 'request', 'response', 'filechooser'];

// Runs in the page before its first script, where the policy does not reach.
function watchPolicy() {
  window.violationsSeen = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violationsSeen.push(`${event.effectiveDirective} blocked ${event.blockedURI}`),
  );
}

export async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: DESKTOP, deviceScaleFactor: FEW_PIXELS, ...options });
  const page = await context.newPage();
  await page.addInitScript(watchPolicy);
  return { context, page, end: () => context.close() };
}

// Pages by their device pixels: {context, page, uses, busy}.
export class Pages {
  #shared = new Map();

  // {context, page, end} as newPage gives it; shared where the options allow it.
  async take(browser, { deviceScaleFactor = FEW_PIXELS, ...options }) {
    const settable = Object.keys(options).every((key) => SETTABLE.includes(key));
    let shared = this.#shared.get(deviceScaleFactor);
    if (shared?.busy || !settable) return newPage(browser, { deviceScaleFactor, ...options });
    if (shared && (shared.page.isClosed() || shared.uses >= MOST_USES)) {
      await this.#drop(deviceScaleFactor);
      shared = undefined;
    }
    shared ??= { ...(await newPage(browser, { deviceScaleFactor })), uses: 0 };
    this.#shared.set(deviceScaleFactor, shared);
    shared.busy = true;
    shared.uses++;
    const { context, page } = shared;
    const { viewport = DESKTOP, colorScheme = 'light', reducedMotion = 'no-preference' } = options;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion });
    return { context, page, end: () => this.#giveBack(deviceScaleFactor, shared) };
  }

  async #giveBack(key, shared) {
    shared.busy = false;
    if (this.#shared.get(key) !== shared) return;
    const { context, page } = shared;
    try {
      for (const other of context.pages()) if (other !== page) await other.close();
      context.removeAllListeners('request');
      for (const event of HEARD) page.removeAllListeners(event);
      await page.mouse.move(-10, -10);
      await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));
      await page.goto('about:blank');
    } catch {
      await this.#drop(key);
    }
  }

  async #drop(key) {
    const shared = this.#shared.get(key);
    this.#shared.delete(key);
    await shared?.context.close().catch(() => {});
  }

  // The next test gets new ones.
  async drop() {
    for (const key of [...this.#shared.keys()]) await this.#drop(key);
  }
}
