// A hidden tab gets no animation frames: files open there all the same, and are drawn when it is shown.
import assert from 'node:assert/strict';
import { recorded } from './support/oracle.mjs';
import { DIST, place } from './support/places.mjs';
import { writeLargeProfile } from './support/profile_writer.mjs';
import { openTabs } from './support/tabs.mjs';
import { test, wholeBrowser } from './support/test.mjs';
import { until } from './support/visit.mjs';

wholeBrowser();

const cpu = recorded('cpu');

test('open resolves in a hidden tab, and the boxes are there when it is shown', async ({
  browser,
  onEnd,
}) => {
  const tabs = await openTabs(browser);
  onEnd(() => tabs.close());
  const tab = await tabs.open((await place(DIST)).url);
  await until(() => tab.evaluate('Boolean(window.burnglass)'), 'the page');
  await tab.evaluate('burnglass.ready.then(() => true)');
  const cover = await tabs.open('about:blank');
  await until(() => tab.evaluate('document.hidden'), 'the tab is hidden');

  await tab.evaluate(
    `globalThis.bytes = Uint8Array.from(atob('${cpu.bytes.toString('base64')}'), (c) => c.charCodeAt(0)); true`,
  );
  const opened = await tab.evaluate(
    "burnglass.open([{ name: 'cpu.pb.gz', data: bytes }]).then(({ opened }) => opened.length)",
  );
  assert.equal(opened, 1);
  assert.equal(await tab.evaluate('document.hidden'), true, 'still hidden');
  assert.equal(
    await tab.evaluate("burnglass.answer('top', { limit: 1 }).then(({ rows }) => rows[0].name)"),
    cpu.top[0].name,
  );

  await tab.activate();
  await until(() => tab.evaluate('!document.hidden'), 'the tab is shown');
  await tab.evaluate('burnglass.idle().then(() => true)');
  assert.ok(
    (await tab.evaluate("burnglass.snapshot().filter(({ role }) => role === 'box').length")) > 10,
  );
  assert.ok(
    await tab.evaluate("performance.getEntriesByName('burnglass:first-frame').length === 1"),
  );
  await cover.close();
});

test('a tab that is hidden while it loads goes on loading', async ({ browser, onEnd }) => {
  const tabs = await openTabs(browser);
  onEnd(() => tabs.close());
  const tab = await tabs.open((await place(DIST)).url);
  await until(() => tab.evaluate('Boolean(window.burnglass)'), 'the page');
  await tab.evaluate('burnglass.ready.then(() => true)');
  const give = (name, bytes) =>
    tab.evaluate(
      `globalThis.${name} = Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0)); true`,
    );
  await give('small', cpu.bytes);
  await give('large', writeLargeProfile(400_000));
  await tab.evaluate("burnglass.open([{ name: 'cpu.pb.gz', data: small }]).then(() => true)");
  await tab.evaluate(
    "globalThis.opening = burnglass.open([{ name: 'large.pb.gz', data: large }]); true",
  );
  const cover = await tabs.open('about:blank');
  await until(() => tab.evaluate('document.hidden'), 'the tab is hidden');
  assert.equal(await tab.evaluate('opening.then(({ opened }) => opened.length)'), 1);
  assert.equal(await tab.evaluate('document.hidden'), true, 'still hidden');
  await tab.activate();
  await until(() => tab.evaluate('!document.hidden'), 'the tab is shown');
  await tab.evaluate('burnglass.idle().then(() => true)');
  assert.ok(
    (await tab.evaluate("burnglass.snapshot().filter(({ role }) => role === 'box').length")) > 10,
  );
  // The one that was open before is there, with its numbers.
  const first = await tab.evaluate(
    "burnglass.answer('top', { profile: 1, limit: 1 }).then(({ rows }) => rows[0].name)",
  );
  assert.equal(first, cpu.top[0].name);
  await cover.close();
});
