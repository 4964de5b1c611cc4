// The policy as it stands in the page, and what it does to the page itself; exfiltration.test.mjs tries what it
// blocks.
import assert from 'node:assert/strict';
import { DIST, SINGLE } from './support/places.mjs';
import { test } from './support/test.mjs';

test('the own server hears nothing after ready, either', async ({ visit }) => {
  const page = await visit(DIST);
  page.faultsExpected = true;
  const outcome = await page.page.evaluate(async () => {
    const ask = () =>
      fetch(location.href).then(
        () => 'answered',
        () => 'blocked',
      );
    const first = await ask();
    for (const meta of document.querySelectorAll('meta[http-equiv]')) meta.remove();
    return [first, await ask()];
  });
  assert.deepEqual(
    outcome,
    ['blocked', 'blocked'],
    'blocked, and still so when the tags are taken away',
  );
});

test('WebRTC is gone before anything of ours runs', async ({ visit }) => {
  for (const place of [SINGLE, DIST]) {
    const page = await visit(place);
    const left = await page.page.evaluate(() => [
      typeof RTCPeerConnection,
      typeof webkitRTCPeerConnection,
    ]);
    assert.deepEqual(left, ['undefined', 'undefined']);
  }
});

test("the policy stands there word for word", async ({ visit }) => {
  for (const [place, connect] of [
    [SINGLE, "'none'"],
    [DIST, "'self'"],
  ]) {
    const page = await visit(place);
    const policies = await page.page.evaluate(() =>
      [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')].map(
        ({ content }) => content,
      ),
    );
    const directives = Object.fromEntries(
      policies[0].split(';').map((part) => {
        const [name, ...values] = part.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    const { 'script-src': script, 'style-src': style, ...rest } = directives;
    assert.deepEqual(rest, {
      'default-src': "'none'",
      'worker-src': 'blob:',
      'img-src': 'data: blob:',
      'font-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'connect-src': connect,
    });
    assert.match(script, /^('sha256-[A-Za-z0-9+/]{43}=' )+'wasm-unsafe-eval'$/);
    assert.match(style, /^'sha256-[A-Za-z0-9+/]{43}='( 'sha256-[A-Za-z0-9+/]{43}=')*$/);
    assert.deepEqual(policies.slice(1), place === DIST ? ["connect-src 'none'"] : []);
  }
});
