// What scripts/package makes of one build: twice the same bytes, with nothing of this machine in them, and a true
// list of what is inside. That two builds are the same is tests/reproducible_test.mjs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { inPage } from '../scripts/release/components.mjs';
import { licences } from '../web/build/licences.mjs';
import { check, finish, root } from './support/checks.mjs';

process.chdir(root);
const folders = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'burnglass-package-')));
const packed = (folder) => {
  execFileSync('scripts/package', ['--no-build', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
};
const [files, again] = folders.map(packed);
for (const folder of folders) rmSync(folder, { recursive: true });
const names = Object.keys(files);
const only = (ending) => names.find((name) => name.endsWith(ending));

// What is in an archive, by name.
function unpackTar(bytes) {
  const tar = gunzipSync(bytes);
  const entries = [];
  for (let at = 0; at + 512 <= tar.length && tar[at]; ) {
    const text = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*/s, '');
    const size = parseInt(text(124, 12), 8);
    const content = tar.subarray(at + 512, at + 512 + size);
    entries.push({ name: text(0, 100), time: parseInt(text(136, 12), 8), owner: text(108, 16) + text(265, 64), content });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}

function unpackZip(zip) {
  const entries = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length, more] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    const from = at + 30 + length + more;
    const content = inflateRawSync(zip.subarray(from, from + size));
    entries.push({ name: zip.toString('utf8', at + 30, at + 30 + length), time: zip.readUInt32LE(at + 10), content });
    at = from + size;
  }
  return entries;
}

const page = unpackZip(files[only('-page.zip')]);
const pageTar = unpackTar(files[only('-page.tar.gz')]);
const command = unpackTar(files[names.find((name) => /linux|darwin/.test(name))]);
const sorted = (list) => [...list].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

await check('packing twice gives the same bytes', () => {
  assert.deepEqual(Object.keys(again), names);
  for (const name of names) assert.ok(files[name].equals(again[name]), name);
});

await check('there are both forms of the page, the command, a list of what is inside and sums', () => {
  assert.equal(names.length, 6, names.join());
  assert.ok(files[only('.html')].equals(readFileSync('build/web/burnglass.html')));
  const dist = readdirSync('build/web/dist');
  assert.deepEqual(page.map(({ name }) => path.basename(name)).sort(), dist.sort());
  for (const { name, content } of [...page, ...pageTar])
    assert.ok(content.equals(readFileSync(path.join('build/web/dist', path.basename(name)))), name);
  assert.ok(command.some(({ name, content }) => name.endsWith('/burnglass') && content.subarray(0, 4).toString('latin1') === '\x7fELF'));
  assert.ok(command.some(({ name }) => name.endsWith('/LICENSE')));
});

await check('archives have one order, one time and no owner', () => {
  for (const entries of [page, pageTar, command]) {
    const all = entries.map(({ name }) => name);
    assert.deepEqual(all, sorted(all));
    assert.equal(new Set(entries.map(({ time }) => time)).size, 1);
    for (const { owner } of entries) assert.ok(!owner || /^0*$/.test(owner), owner);
  }
});

await check('SHA256SUMS are those of all other files', () => {
  const told = files.SHA256SUMS.toString().trim().split('\n');
  const wanted = names
    .filter((name) => name !== 'SHA256SUMS')
    .map((name) => `${crypto.createHash('sha256').update(files[name]).digest('hex')}  ${name}`);
  assert.deepEqual(told.sort(), wanted.sort());
});

// The page's programs are packed in the single file; the folder has them as they are.
await check('no path of this machine is in what is shipped', () => {
  const told = [root, path.dirname(root), homedir()].filter((folder) => folder.length > 4);
  const all = [...page, ...command, ...names.map((name) => ({ name, content: files[name] }))];
  for (const { name, content } of all)
    for (const word of told) assert.ok(!content.includes(`${word}/`), `${word}/ is in ${name}`);
  const text = files[only('.spdx.json')].toString();
  assert.ok(hostname().length < 3 || !text.includes(hostname()));
});

const list = JSON.parse(files[only('.spdx.json')]);
const related = (kind, from) =>
  list.relationships.filter((one) => one.relationshipType === kind && one.spdxElementId === from);

await check('the list of what is inside says of each part its version and its licence', () => {
  assert.equal(list.spdxVersion, 'SPDX-2.3');
  assert.match(list.creationInfo.created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const ids = [...list.packages, ...list.files].map(({ SPDXID }) => SPDXID);
  assert.equal(new Set(ids).size, ids.length, 'every id is there once');
  for (const { relatedSpdxElement } of list.relationships) assert.ok(ids.includes(relatedSpdxElement));
  for (const { name, licenseDeclared, versionInfo } of list.packages.filter(({ name }) => !name.includes('.so')))
    assert.ok(licenseDeclared !== 'NOASSERTION' && versionInfo !== 'NOASSERTION', name);
  const html = list.files.find(({ fileName }) => fileName.endsWith('.html'));
  assert.equal(related('CONTAINS', html.SPDXID).length, inPage().length);
  const binary = list.files.find(({ fileName }) => /linux|darwin/.test(fileName));
  assert.ok(related('DYNAMIC_LINK', binary.SPDXID).length > 3);
});

await check('it has every part that About names', () => {
  const notices = licences(process.env.BURNGLASS_THIRD_PARTY ?? 'build/third_party', 'build/web-obj');
  const told = new Set(inPage().map(({ notice }) => notice));
  for (const [name] of notices.slice(1)) assert.ok(told.has(name), name);
});

await check('its sums are those of the files', () => {
  for (const { fileName, checksums } of list.files)
    for (const { algorithm, checksumValue } of checksums)
      assert.equal(crypto.createHash(algorithm).update(files[path.basename(fileName)]).digest('hex'), checksumValue);
});

finish();
