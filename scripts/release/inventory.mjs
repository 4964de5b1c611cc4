// usage: inventory.mjs VERSION FOLDER
// Writes burnglass-VERSION.spdx.json there: the files of a release and what is inside of them, with versions and
// licences (SPDX 2.3). Its time is that of the sources, not of the making.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inCommand, inPage, linkedWith } from './components.mjs';

const [version, folder] = process.argv.slice(2);
const UNKNOWN = 'NOASSERTION';

const hash = (kind, bytes) => crypto.createHash(kind).update(bytes).digest('hex');
const idOf = (...parts) => `SPDXRef-${parts.join('-').replace(/[^A-Za-z0-9.-]/g, '-')}`;

// SOURCE_DATE_EPOCH, or when the last change was committed.
function moment() {
  const git = ['log', '-1', '--format=%ct'];
  let seconds = process.env.SOURCE_DATE_EPOCH;
  try {
    seconds ??= execFileSync('git', git, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    seconds = 315532800; // sources without their history
  }
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

const fileOf = (name) => {
  const bytes = readFileSync(path.join(folder, name));
  return {
    fileName: `./${name}`,
    SPDXID: idOf('File', name),
    checksums: ['SHA1', 'SHA256'].map((algorithm) => ({ algorithm, checksumValue: hash(algorithm, bytes) })),
    licenseConcluded: UNKNOWN,
    copyrightText: UNKNOWN,
  };
};

const packageOf = ({ name, version = UNKNOWN, licence = UNKNOWN, home = UNKNOWN }) => ({
  name,
  SPDXID: idOf('Package', name, version),
  versionInfo: version,
  downloadLocation: home,
  filesAnalyzed: false,
  licenseConcluded: licence,
  licenseDeclared: licence,
  copyrightText: UNKNOWN,
});

const names = readdirSync(folder).sort();
const files = names.map(fileOf);
const own = packageOf({ name: 'burnglass', version, licence: 'Apache-2.0' });
const byId = new Map([[own.SPDXID, own]]);
const relationships = [];
const relate = (from, relationshipType, to) =>
  relationships.push({ spdxElementId: from, relationshipType, relatedSpdxElement: to });

relate('SPDXRef-DOCUMENT', 'DESCRIBES', own.SPDXID);
for (const file of files) relate(own.SPDXID, 'CONTAINS', file.SPDXID);
function inside(file, components, how) {
  for (const one of components.map(packageOf)) {
    byId.set(one.SPDXID, one);
    relate(file.SPDXID, how, one.SPDXID);
  }
}
for (const file of files) {
  const command = !/(\.html|-page\.(zip|tar\.gz))$/.test(file.fileName);
  inside(file, command ? inCommand() : inPage(), 'CONTAINS');
  const linked = command ? linkedWith('build/release/burnglass') : [];
  inside(file, linked.map((name) => ({ name })), 'DYNAMIC_LINK');
}

const document = {
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: `burnglass-${version}`,
  documentNamespace: `https://spdx.org/spdxdocs/burnglass-${version}-${hash('sha256', JSON.stringify(files)).slice(0, 32)}`,
  creationInfo: { created: moment(), creators: ['Tool: burnglass-scripts-package'] },
  packages: [...byId.values()],
  files,
  relationships,
};
writeFileSync(path.join(folder, `burnglass-${version}.spdx.json`), `${JSON.stringify(document, null, 2)}\n`);
