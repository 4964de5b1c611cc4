// The page: puts intake, worker, viewer and twin together.
import './no_rtc.js';
import { unpackArchives } from './archives.js';
import { build, bytes } from './assets.js';
import { createApi } from './api.js';
import { startCanvas } from './canvas.js';
import { copyText, startClipboard } from './clipboard.js';
import { download } from './download.js';
import { startDrawing } from './drawing.js';
import { startEngine } from './engine.js';
import { createFields } from './fields.js';
import { startHistory } from './history.js';
import { startInput } from './input.js';
import { startIntake } from './intake.js';
import { addressWith, fetchProfile, takeLink } from './link.js';
import { lockConnections } from './lock.js';
import { createOpening } from './opening.js';
import { startPreferences } from './preferences.js';
import { requests, watchRequests } from './requests.js';
import { readSettings, saveSettings } from './settings.js';
import { giveSources, sortOut } from './sources.js';
import { createTwin } from './twin.js';
import { startViewer } from './viewer.js';
import { viewerWithoutCanvas } from './without_canvas.js';

const canvas = document.getElementById('canvas');
const embedded = window.parent !== window;
const startLink = takeLink();

// As enum Cursor in src/ui/machine.h numbers them.
const CURSORS = ['default', 'pointer', 'text', 'grab', 'grabbing', 'col-resize', 'row-resize'];

const NO_WEBGL =
  'This browser gives the page no WebGL2, so there is no flame graph and no search. The table below works, and the search of the browser (Ctrl+F) finds in it.';
const NO_CONTEXT =
  'The browser has taken the graphics away from this page, so there is no flame graph for now. The table below works; the graph comes back by itself when the browser allows it.';

const page = { engine: null, viewer: null, drawing: null };
let early = []; // messages of the engine that came before the viewer was there
let twinWaits = false; // for the picture to rest

const fields = createFields(canvas);
const steps = startHistory((step) => {
  page.viewer.history(step);
  page.drawing.want();
}, embedded);
const twin = createTwin((profile, kind, query, options) => page.ask(profile, kind, query, options), async () => {
  await page.idle();
  return JSON.parse(page.viewer.snapshot());
});

page.state = () => JSON.parse(page.viewer.state());
page.ask = async (profile, kind, query, options = {}) =>
  JSON.parse(await page.engine.json(profile || 0, kind, query || '', JSON.stringify(options)));

page.close = (profile) => {
  page.engine.close(profile);
  page.opening.closed(profile);
};

const settled = () =>
  !page.opening.busy() && !page.engine.busy() && !page.viewer.busy() && !page.drawing.pending() && !twinWaits;

// Nothing pending and the last frame submitted.
page.idle = async () => {
  await page.ready;
  do {
    await page.drawing.next();
  } while (!settled() && !page.noPicture);
};

page.opening = createOpening(() => page.engine, {
  set: (first, count, name) => page.viewer.set(first, count, name),
  reading(profile, name, total) {
    page.viewer.reading(profile, name, 0, total);
    page.drawing.want();
  },
  // Waits until one of these profiles has been drawn, or there is nothing of them to draw, or no picture.
  async shows(profiles, drawn) {
    const seen = () => profiles.some((profile) => drawn.has(profile));
    for (let quiet = 0; !seen() && quiet < 2 && !page.noPicture; ) {
      await page.drawing.next();
      quiet = page.viewer.busy() ? 0 : quiet + 1;
    }
  },
});

function fail(profile, name, sentence, fromEngine) {
  // The engine's own failures reach the viewer as news; of the others only the page knows.
  if (!fromEngine) page.viewer.failed(profile, name, sentence);
  page.opening.failed(profile, sentence);
  if (!page.viewer.draws) twin.announce(sentence); // else the viewer says it
  page.drawing.want();
}

const hooks = {
  messages(list) {
    if (!page.viewer) return early.push(...list);
    list.forEach((message) => page.viewer.receive(message));
    page.drawing.want();
  },
  opened(profile) {
    page.opening.opened(profile);
    followState();
  },
  failed: fail,
  reload: (profile) => page.viewer.reload(profile),
  laidOut(number, text) {
    page.viewer.layout(number, text);
    page.drawing.want();
  },
  shown: () => page.state().profile,
};

function refuse(name, sentence) {
  fail(page.opening.take(), name, sentence.startsWith(name) ? sentence : `${name}: ${sentence}`, false);
}

// Opens what a person brought; failures are shown by the viewer, so they end here.
const take = (items) => page.opening.open(items).catch(() => {});
const intake = startIntake({
  take: async (items) => {
    await page.ready;
    const { profiles, sources } = sortOut(await unpackArchives(items, refuse));
    if (profiles.length) take(profiles);
    if (!sources.length) return;
    twin.announce(await giveSources(sources, page.viewer));
    page.drawing.want();
  },
  refuse,
  dragging(yes) {
    page.viewer?.dragging(yes);
    page.drawing?.want();
  },
});

// The twin's questions come after those of the picture, which everybody waits for.
async function followState() {
  if (twinWaits) return;
  twinWaits = true;
  do await page.drawing.next();
  while (page.viewer.busy() && !page.noPicture);
  twinWaits = false;
  twin.follow(page.state());
}

// What the viewer asks of the page (src/ui/machine.h).
const machine = {
  ask: (message) => page.engine.ask(message),
  placeField: fields.place,
  setFieldText: fields.setText,
  focusField: fields.focus,
  focusCanvas: () => canvas.focus({ preventScroll: true }),
  setTextScale: fields.scale,
  pushHistory: (step) => steps.push(step),
  moveHistory: (step) => steps.move(step),
  saveSettings,
  setTheme(dark, contrast) {
    Object.assign(document.documentElement.dataset, { theme: dark ? 'dark' : 'light', contrast: contrast ? 'more' : 'normal' });
  },
  setCursor: (cursor) => (canvas.style.cursor = CURSORS[cursor]),
  copyText,
  copyLink: (fragment) => copyText(addressWith(fragment)),
  download,
  savePicture: (name, scale) =>
    page.savePicture(scale).then((png) => download(name, png), (error) => report(error.message)),
  layOut: (profile, number, graph) => page.engine.layOut(profile, number, graph),
  openFiles: intake.choose,
  openFolder: intake.chooseFolder,
  openSample: async (name) => take([{ name: `${name}.pb.gz`, data: await bytes(`sample-${name}.pb`) }]),
  showAbout: () => document.getElementById('about').showModal(),
  cancelOpen: (profile) => page.engine.cancel(profile),
  closeProfile: page.close,
  requests,
  flameDrawn: (profile) => page.opening.flameDrawn(profile),
  stateChanged: () => queueMicrotask(followState),
  announce: twin.announce,
};

// Opens what a link names, and shows it as the link says.
async function openLink(link, locked) {
  if (!link?.url) return applyFragment(link);
  const profile = page.opening.take();
  const { name, blob, message } = await fetchProfile(link, locked, (name, done, total) => {
    page.viewer.reading(profile, name, done, total);
    page.drawing.want();
  });
  if (message) return fail(profile, name, message, false);
  page.opening.openAs(profile, name, blob).then(() => applyFragment(link));
}

function applyFragment(link) {
  if (link?.fragment) page.viewer.apply(link.fragment);
  page.drawing.want();
}

async function start() {
  const engine = startEngine(hooks);
  engine.catch(() => {}); // looked at below; the viewer comes first
  page.viewer = await startViewer(machine);
  if (!page.viewer) {
    page.viewer = viewerWithoutCanvas(() => page.engine.profiles(), followState);
    twin.reveal(NO_WEBGL);
  }
  page.drawing = startDrawing(page.viewer, viewerStopped);
  startPreferences(page.viewer, page.drawing, startLink?.theme);
  // A host that asks for a theme gets it.
  page.viewer.settings(startLink?.theme ? readSettings().replace(/theme=\w+/, '') : readSettings());
  page.viewer.embedded(embedded);
  page.savePicture = startCanvas(canvas, page.viewer, page.drawing, (lost) => {
    page.noPicture = lost;
    if (lost) twin.reveal(NO_CONTEXT);
    else twin.conceal();
  });
  startInput(canvas, page.viewer, page.drawing);
  startClipboard(canvas, page.viewer, page.drawing);
  fields.start(page.viewer, page.drawing);
  page.drawing.want();
  page.engine = await engine;
  warm();
  hooks.messages(early.splice(0));
  await openLink(startLink, false);
  lockConnections();
  window.addEventListener('hashchange', () => {
    const link = takeLink();
    steps.here();
    openLink(link, true);
  });
  watchRequests(() => page.drawing.want());
  if (!embedded && document.activeElement === document.body) canvas.focus({ preventScroll: true });
}

// Memory is made ready, but for nothing that somebody waits for.
function warm() {
  if (page.opening.busy()) setTimeout(warm, 500);
  else if (page.viewer.warm()) setTimeout(warm);
}

function report(sentence) {
  const notice = document.getElementById('stopped');
  notice.textContent = sentence;
  notice.hidden = false;
}

function viewerStopped(error) {
  console.error(error);
  report(`The drawing part of Burnglass stopped (${error.message}). Reload the page and open the profiles again.`);
}

page.ready = start().finally(() => document.getElementById('starting').remove());
page.ready.catch((error) => report(`Burnglass could not start: ${error.message}`));
window.burnglass = createApi(page);
