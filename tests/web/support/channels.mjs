// Ways by which a script could send something away from the page or from a worker, each a function of the
// sink: {url, port, udpPort}. They run in the page and are sent there as text, so each stands for itself.

// The page's. A policy in a <meta> has a word for each of these.
export const pageChannels = {
  fetch: ({ url }) => fetch(`${url}/fetch`, { mode: 'no-cors' }),
  'fetch that outlives the page': ({ url }) =>
    fetch(`${url}/keepalive`, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
  XMLHttpRequest: ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}/xhr`);
    request.send();
  },
  sendBeacon: ({ url }) => navigator.sendBeacon(`${url}/beacon`, 'x'),
  WebSocket: ({ port }) => new WebSocket(`ws://127.0.0.1:${port}/ws`),
  WebTransport: ({ udpPort }) => new WebTransport(`https://127.0.0.1:${udpPort}/`).ready,
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
  'an icon': ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'icon', href: `${url}/icon` }),
    ),
  'rules for speculation': ({ url }) =>
    document.head.append(
      Object.assign(document.createElement('script'), {
        type: 'speculationrules',
        textContent: JSON.stringify({ prefetch: [{ urls: [`${url}/rules`], eagerness: 'immediate' }] }),
      }),
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
  'a form in a window of its own': ({ url }) => {
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      action: `${url}/form-window`,
      target: '_blank',
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
  'fetch in a worker': ({ url }) => {
    const text = `fetch('${url}/worker-fetch', { mode: 'no-cors' })`;
    window.keptWorker = new Worker(URL.createObjectURL(new Blob([text])));
  },
  'importScripts in a worker': ({ url }) => {
    const text = `importScripts('${url}/worker-script')`;
    window.keptWorker = new Worker(URL.createObjectURL(new Blob([text])));
  },
  WebRTC: async ({ udpPort }) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => setTimeout(done, 600));
  },
};

// Those for which no policy that a page can give itself has a word. README names each.
export const openChannels = {
  'window.open': ({ url }) => {
    window.open(`${url}/open?x`);
  },
  location: ({ url }) => {
    location.href = `${url}/location?x`;
  },
  'a clicked link': ({ url }) => {
    const link = Object.assign(document.createElement('a'), { href: `${url}/link?x` });
    document.body.append(link);
    link.click();
  },
  refresh: ({ url }) => {
    document.head.append(
      Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: `0; url=${url}/refresh?x`,
      }),
    );
  },
};

// A worker's own.
export const workerChannels = {
  fetch: ({ url }) => fetch(`${url}/worker-fetch`, { mode: 'no-cors' }),
  'fetch that outlives the page': ({ url }) =>
    fetch(`${url}/worker-keepalive`, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
  XMLHttpRequest: ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}/worker-xhr`);
    request.send();
  },
  WebSocket: ({ port }) => new WebSocket(`ws://127.0.0.1:${port}/worker-ws`),
  WebTransport: ({ udpPort }) => new WebTransport(`https://127.0.0.1:${udpPort}/`).ready,
  EventSource: ({ url }) => new EventSource(`${url}/worker-events`),
  'a font': ({ url }) => new FontFace('x', `url(${url}/worker-font)`).load(),
  'a cache': async ({ url }) => (await caches.open('x')).add(`${url}/worker-cache`),
  importScripts: ({ url }) => importScripts(`${url}/worker-script`),
  import: ({ url }) => import(`${url}/worker-module`),
  'a worker by address': ({ url }) => new Worker(`${url}/inner-worker`),
  'a worker of the worker': ({ url }) => {
    const text = `fetch('${url}/inner', { mode: 'no-cors' })`;
    self.keptWorker = new Worker(URL.createObjectURL(new Blob([text])));
  },
  WebRTC: ({ udpPort }) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel('x');
    return peer.setLocalDescription();
  },
};

// The twenty of the experiment that the page's policy was chosen by, and what they are called here.
export const TWENTY = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  beacon: 'sendBeacon',
  img: 'an image',
  ws: 'WebSocket',
  es: 'EventSource',
  css: 'a style sheet',
  font: 'a font',
  prefetch: 'prefetch',
  preload: 'preload',
  iframe: 'a frame',
  script: 'a script',
  video: 'a video',
  form: 'a form in a window of its own',
  open: 'window.open',
  ping: 'a ping',
  rtc: 'WebRTC',
  worker: 'fetch in a worker',
  importscripts: 'importScripts in a worker',
  nav: 'location',
};

// Runs one in the page or in a worker; what it throws is what is wanted.
export const tryChannel = (realm, channel, { url, port, udpPort }) =>
  realm
    .evaluate(
      `Promise.race([
        (async () => (${channel})(${JSON.stringify({ url, port, udpPort })}))().catch(() => {}),
        new Promise((done) => setTimeout(done, 700)),
      ]).then(() => true)`,
    )
    .catch(() => {});
