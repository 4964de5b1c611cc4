// The single file in Debian's firefox-esr, headless: it opens from disk, a profile is opened in it, the table is
// pprof's, search finds, and nothing is sent. A headless Firefox has no WebGL2 without a driver: then the page
// is its table alone, and says so.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { check, finish, skip } from './support/checks.mjs';
import { recorded } from './support/recorded.mjs';
import { FIREFOX, launchFirefox } from './web/support/firefox.mjs';
import { single } from './web/support/places.mjs';
import { until } from './web/support/visit.mjs';

// Where Firefox itself calls, whatever page is shown.
const MAKERS = /\b(mozilla\.(org|com|net)|firefox\.com|googleapis\.com)[:/]/;

const cpu = recorded('cpu');

async function openedByApi(firefox) {
  return firefox.evaluate(
    `const [name, base64] = arguments;
     const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
     return burnglass.open([{ name, data }]).then(({ opened }) => opened.length);`,
    cpu.name,
    cpu.bytes.toString('base64'),
  );
}

const topRows = (firefox) =>
  firefox.evaluate(
    `return burnglass.answer('top', { limit: 10 }).then(({ rows }) =>
       rows.map(({ name, flatText, cumText }) => ({ name, flat: flatText, cum: cumText })));`,
  );

const twinRows = (firefox) =>
  firefox.evaluate(
    `return [...document.querySelectorAll('#twin-rows tr')].map((row) => {
       const [name, flat, , , cum] = [...row.cells].map((cell) => cell.textContent);
       return { name, flat, cum };
     });`,
  );

async function assertSearch(firefox, draws) {
  if (!draws) {
    // There is no field to type into, and the page says what to do instead.
    const said = await firefox.evaluate('return document.body.innerText');
    assert.match(said, /no WebGL2/);
    assert.match(said, /search/i);
    return;
  }
  const found = await firefox.evaluate(
    `burnglass.query({ search: 'runtime' }); return burnglass.idle().then(() =>
       burnglass.snapshot().filter(({ role, state = [] }) => role === 'box' && String(state).includes('match')).length);`,
  );
  assert.ok(found > 0, 'boxes match');
}

async function smoke(firefox) {
  await firefox.goTo(pathToFileURL(single).href);
  await until(() => firefox.evaluate('return Boolean(window.burnglass)'), 'the page', 60);
  await firefox.evaluate('return burnglass.ready.then(() => true)');
  const draws = await firefox.evaluate(`return !document.body.classList.contains('twin-only')`);
  console.log(`${firefox.version}: ${draws ? 'with' : 'without'} WebGL2`);

  await check('a profile opens, and its top rows are pprof\'s', async () => {
    assert.equal(await openedByApi(firefox), 1);
    assert.deepEqual(await topRows(firefox), cpu.top.slice(0, 10));
  });
  await check('the table for screen readers has the rows, too', async () => {
    const rows = await until(async () => {
      const rows = await twinRows(firefox);
      return rows.length > 5 && rows;
    }, 'the rows');
    assert.deepEqual(rows.slice(0, 10), cpu.top.slice(0, 10));
  });
  await check('a file that is chosen opens', async () => {
    await firefox.setFiles('#files', [recorded('heap').path]);
    await until(
      async () => (await firefox.evaluate(`return burnglass.answer('info').then(({ kind }) => kind)`)) === 'heap',
      'the heap profile in front',
    );
  });
  await check('a file that is none is told of', async () => {
    const said = await firefox.evaluate(
      `return burnglass.open([{ name: 'notes.txt', data: new TextEncoder().encode('Dear all,') }])
         .then(() => 'opened', (error) => error.message);`,
    );
    assert.match(said, /^notes\.txt: /);
  });
  await check('search finds, or the page says that it cannot', () => assertSearch(firefox, draws));
  await check('nothing was sent', async () => {
    assert.equal(await firefox.evaluate('return burnglass.stats().requests'), 0);
    assert.deepEqual(firefox.asked.filter((line) => !MAKERS.test(line)), []);
  });
}

if (!FIREFOX) {
  skip('firefox', 'there is no firefox-esr here');
} else {
  const firefox = await launchFirefox();
  try {
    await smoke(firefox);
  } finally {
    await firefox.end();
  }
}
finish();
