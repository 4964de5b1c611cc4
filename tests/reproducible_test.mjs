// Builds a release twice, from nothing, in folders of different names and lengths, and compares the bytes. It takes
// as long as two full builds, so scripts/test runs it only when it is named.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check, finish, root } from './support/checks.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'burnglass-twice-'));
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();

// A copy of the sources with the libraries and tools that scripts/setup has fetched, and nothing that was built.
function copyTo(folder) {
  for (const file of tracked.split('\0').filter((name) => name && existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(folder, file));
  }
  const keep = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
  for (const part of ['build/third_party', 'node_modules']) cpSync(path.join(root, part), path.join(folder, part), keep);
}

// Without a compiler cache: it would hand the first build's objects to the second.
function build(name) {
  const folder = path.join(scratch, name);
  copyTo(folder);
  const env = { ...process.env, CCACHE_DISABLE: '1', SOURCE_DATE_EPOCH: seconds };
  execFileSync('scripts/package', { cwd: folder, env, stdio: 'inherit' });
  const out = path.join(folder, 'build/release-files');
  return Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(path.join(out, file))]));
}

await check('two builds in different folders are the same, byte for byte', () => {
  const first = build('a');
  const second = build('another folder with a longer name'.replaceAll(' ', '-'));
  assert.deepEqual(Object.keys(second), Object.keys(first));
  for (const name of Object.keys(first)) assert.ok(first[name].equals(second[name]), name);
});

rmSync(scratch, { recursive: true });
finish();
