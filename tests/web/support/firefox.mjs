// Debian's Firefox, headless, driven by Marionette: its own protocol over TCP, `length:[type, id, name,
// parameters]` in JSON. What it would send over the network goes to a proxy of ours, which notes it and
// sends nothing on.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pause } from './visit.mjs';

const named = ['firefox-esr', 'firefox'];
export const FIREFOX =
  process.env.FIREFOX ||
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => named.map((name) => path.join(folder, name)))
    .find(existsSync);

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// {port, asked, close}: `asked` are the first lines of all requests.
function startProxy() {
  const asked = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n')[0]);
      socket.end('HTTP/1.1 502 Nothing is sent on\r\n\r\n');
    });
  });
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () =>
      done({ port: server.address().port, asked, close: () => server.close() }),
    ),
  );
}

// What keeps a Firefox quiet that nobody looks at: no first run, no updates, no reports.
const QUIET = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.region.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://localhost/nowhere',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
};

function writePreferences(folder, more) {
  const lines = Object.entries({ ...QUIET, ...more }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(folder, 'user.js'), `${lines.join('\n')}\n`);
}

class Marionette {
  replies = new Map();
  calls = 0;
  text = Buffer.alloc(0);

  constructor(socket) {
    this.socket = socket;
    socket.on('data', (data) => {
      this.text = Buffer.concat([this.text, data]);
      while (this.takeOne());
    });
  }

  // False: no whole message is there.
  takeOne() {
    const colon = this.text.indexOf(':');
    if (colon < 0) return false;
    const end = colon + 1 + Number(this.text.subarray(0, colon));
    if (this.text.length < end) return false;
    const message = JSON.parse(this.text.subarray(colon + 1, end));
    this.text = this.text.subarray(end);
    if (Array.isArray(message)) this.replies.get(message[1])?.(message);
    return true;
  }

  async send(name, parameters = {}) {
    const id = ++this.calls;
    const body = JSON.stringify([0, id, name, parameters]);
    const reply = new Promise((done) => this.replies.set(id, done));
    this.socket.write(`${Buffer.byteLength(body)}:${body}`);
    const [, , error, result] = await reply;
    if (error) throw new Error(`${name}: ${error.message}`);
    return result;
  }
}

async function connected(port, firefox, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(200)) {
    if (firefox.exitCode !== null) throw new Error(`Firefox ended with status ${firefox.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    if (open) return new Marionette(socket);
  }
  throw new Error(`Firefox does not answer within ${seconds} s`);
}

// {goTo(url), evaluate(text of a function body that may return a promise, ...values), setFiles(selector,
// paths), press(key), asked, version, end}
export async function launchFirefox(preferences = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const proxy = await startProxy();
  const port = await freePort();
  writePreferences(folder, {
    'marionette.port': port,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.allow_hijacking_localhost': true,
    ...preferences,
  });
  const firefox = spawn(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', folder], {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '800' },
  });
  const ended = new Promise((done) => firefox.once('exit', done));
  const end = async () => {
    firefox.kill();
    await ended;
    proxy.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const driver = await connected(port, firefox);
    const { capabilities } = await driver.send('WebDriver:NewSession', { capabilities: {} });
    await driver.send('WebDriver:SetTimeouts', { script: 60_000 });
    const find = async (selector) => {
      const { value } = await driver.send('WebDriver:FindElement', { using: 'css selector', value: selector });
      return Object.values(value)[0];
    };
    const type = async (selector, text) =>
      driver.send('WebDriver:ElementSendKeys', { id: await find(selector), text });
    return {
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      asked: proxy.asked,
      goTo: (url) => driver.send('WebDriver:Navigate', { url }),
      evaluate: async (script, ...args) =>
        (await driver.send('WebDriver:ExecuteScript', { script, args })).value,
      type,
      setFiles: (selector, paths) => type(selector, paths.join('\n')),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
