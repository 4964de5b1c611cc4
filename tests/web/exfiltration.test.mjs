// Ways in which a script that is not ours could send something away, each tried from inside the loaded page
// and from a worker like the page's own: the browser itself blocks all but window.open and navigation, for
// which a policy in a <meta> has no word. Code run by the driver is not held by script-src, so what is
// shown here is what a script could do if it ran at all.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { recorded } from './support/oracle.mjs';
import { DIST, SINGLE } from './support/places.mjs';
import { serve } from './support/server.mjs';
import { openSink } from './support/sink.mjs';
import { test } from './support/test.mjs';
import { pause } from './support/visit.mjs';

const cpu = recorded('cpu');
const bare =
  '<!doctype html><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><body>';

// A page of the same place that has no policy.
async function openBarePage(place) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-'));
  const file = path.join(folder, 'index.html');
  writeFileSync(file, bare);
  const server = place === DIST ? await serve(folder) : undefined;
  return {
    url: server?.url ?? pathToFileURL(file).href,
    close: async () => {
      await server?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

// Each is run in the page as a function of the sink.
const channels = {
  fetch: ({ url }) => fetch(`${url}/fetch`, { mode: 'no-cors' }),
  XMLHttpRequest: ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}/xhr`);
    request.send();
  },
  sendBeacon: ({ url }) => navigator.sendBeacon(`${url}/beacon`, 'x'),
  WebSocket: ({ port }) => new WebSocket(`ws://127.0.0.1:${port}/ws`),
  EventSource: ({ url }) => new EventSource(`${url}/events`),
  'an image': ({ url }) => {
    new Image().src = `${url}/image`;
  },
  'a style sheet': ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/css` }),
    ),
  'a style attribute': ({ url }) => {
    document.body.style.backgroundImage = `url(${url}/style)`;
  },
  'a font': ({ url }) => new FontFace('x', `url(${url}/font)`).load(),
  prefetch: ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${url}/prefetch` }),
    ),
  preload: ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('link'), {
        rel: 'preload',
        as: 'image',
        href: `${url}/preload`,
      }),
    ),
  'a manifest': ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'manifest', href: `${url}/manifest` }),
    ),
  'a frame': ({ url }) =>
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${url}/frame` })),
  'an object': ({ url }) =>
    document.body.append(
      Object.assign(document.createElement('object'), { data: `${url}/object` }),
    ),
  'a script': ({ url }) =>
    document.body.append(Object.assign(document.createElement('script'), { src: `${url}/script` })),
  import: ({ url }) => import(`${url}/module`),
  'a video': ({ url }) =>
    document.body.append(Object.assign(document.createElement('video'), { src: `${url}/video` })),
  'a form': ({ url }) => {
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      action: `${url}/form`,
    });
    document.body.append(form);
    form.submit();
  },
  'a ping': ({ url }) => {
    const link = Object.assign(document.createElement('a'), { href: '#', ping: `${url}/ping` });
    document.body.append(link);
    link.click();
  },
  'a base': ({ url }) => {
    document.head.append(Object.assign(document.createElement('base'), { href: `${url}/` }));
    new Image().src = 'base';
  },
  'a worker by address': ({ url }) => new Worker(`${url}/worker`),
  WebRTC: async ({ udpPort }) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => setTimeout(done, 600));
  },
};

// Refused by every page, also without a policy: a manifest is fetched when a person installs the page, and
// a worker's script must be of the page's own origin.
const refusedAnyway = ['a manifest', 'a worker by address'];

const inWorker = {
  fetch: "fetch(url + '/worker-fetch', { mode: 'no-cors' })",
  XMLHttpRequest: "var r = new XMLHttpRequest(); r.open('GET', url + '/worker-xhr'); r.send()",
  WebSocket: "new WebSocket(url.replace('http', 'ws') + '/worker-ws')",
  EventSource: "new EventSource(url + '/worker-events')",
  importScripts: "importScripts(url + '/worker-script')",
  import: "import(url + '/worker-module')",
  'a worker of the worker':
    'new Worker(URL.createObjectURL(new Blob([\'fetch("\' + url + \'/inner", {mode: "no-cors"})\'])))',
};

const tryChannel = (page, channel, { url, port, udpPort }) =>
  page.page
    .evaluate(
      `Promise.race([
        (async () => (${channel})(${JSON.stringify({ url, port, udpPort })}))().catch(() => {}),
        new Promise((done) => setTimeout(done, 700)),
      ]).then(() => true)`,
    )
    .catch(() => {});

async function loaded(visit, place, sink) {
  const page = await visit(place);
  // The violations are what is wanted here.
  page.faultsExpected = true;
  await page.open([cpu]);
  sink.clear();
  return page;
}

for (const place of [SINGLE, DIST]) {
  test(`${place}: every channel of the page is blocked`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const page = await loaded(visit, place, sink);
    const leaks = [];
    for (const [name, channel] of Object.entries(channels)) {
      await tryChannel(page, channel, sink);
      await pause(60);
      if (sink.heard().length > 0) leaks.push(name);
      sink.clear();
    }
    assert.deepEqual(leaks, []);
    const seen = await page.page.evaluate(() => window.violationsSeen.length);
    assert.ok(seen > 10, `${seen} violations were reported`);
  });

  test(`${place}: every channel of a worker is blocked`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const page = await loaded(visit, place, sink);
    for (const [name, code] of Object.entries(inWorker)) {
      await page.page.evaluate(
        ([code, url]) => {
          const text = `var url = '${url}'; try { ${code} } catch (e) {}`;
          window.kept = new Worker(
            URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
          );
        },
        [code, sink.url],
      );
      await pause(250);
      assert.deepEqual(sink.heard(), [], name);
    }
  });
}

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

// The test of the tests: from the same places, but without the policy, the sink hears the channels. A sink
// that hears nothing anyway would prove nothing.
for (const place of [SINGLE, DIST]) {
  test(`${place}: without the policy the sink hears`, async ({ visit, onEnd }) => {
    const sink = await openSink();
    onEnd(() => sink.close());
    const { url, close } = await openBarePage(place);
    onEnd(close);
    const page = await visit(place, { url, waitForReady: false });
    page.faultsExpected = true;
    const silent = [];
    for (const [name, channel] of Object.entries(channels)) {
      await tryChannel(page, channel, sink);
      await pause(60);
      if (sink.heard().length === 0) silent.push(name);
      sink.clear();
      // A channel may itself be on the way to another page.
      await page.page.goto(url).catch(() => page.page.goto(url));
    }
    assert.deepEqual(silent, refusedAnyway);
  });
}

test("the policy is the issue's, word for word", async ({ visit }) => {
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
