// Files inside zip and tar archives, as if their folder had been dropped. A single compressed profile is no
// archive: the engine unpacks that.
import { Unzip, UnzipInflate } from 'fflate';

const ZIP = /\.zip$/i;
const TAR = /\.(tar|tar\.gz|tgz)$/i;

// More is not unpacked: what a page can hold, and what a person can mean.
const MOST_BYTES = 2 ** 31;
const MOST_FILES = 20_000;

const BLOCK = 512;

const within = (archive, path, data) => ({ name: path.split('/').at(-1), path: `${archive}/${path}`, data });

function counter(name) {
  let bytes = 0;
  let files = 0;
  return {
    bytes(n) {
      bytes += n;
      if (bytes > MOST_BYTES) throw new Error(`${name} holds more than 2 GB; unpack it and drop the files that matter`);
    },
    file() {
      if (++files > MOST_FILES) throw new Error(`${name} holds more than ${MOST_FILES} files; unpack it and drop those that matter`);
    },
  };
}

async function unzip({ name, data }) {
  const found = [];
  const count = counter(name);
  let begun = 0;
  let failure = null;
  const archive = new Unzip();
  archive.register(UnzipInflate);
  archive.onfile = (file) => {
    if (file.name.endsWith('/')) return;
    begun++;
    const parts = [];
    file.ondata = (error, chunk, last) => {
      failure ??= error;
      if (failure) return;
      count.bytes(chunk.length);
      parts.push(chunk.slice());
      if (!last) return;
      count.file();
      found.push(within(name, file.name, new Blob(parts)));
    };
    file.start();
  };
  for await (const chunk of chunksOf(data.stream())) archive.push(chunk, false);
  archive.push(new Uint8Array(0), true);
  if (failure) throw new Error(`${name} is a damaged zip archive: ${failure.message}`);
  if (found.length < begun) throw new Error(`${name} is a zip archive that ends too early`);
  if (!begun) throw new Error(`${name} is no zip archive, or an empty one`);
  return found;
}

async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const textOf = (bytes) => new TextDecoder().decode(bytes).split('\0')[0];

// Of a header: octal digits, or, where the highest bit is set, a number of 95 bits.
function sizeOf(header) {
  const field = header.subarray(124, 136);
  if (field[0] < 128) return parseInt(textOf(field).trim() || '0', 8);
  return field.subarray(4).reduce((sum, byte) => sum * 256 + byte, 0);
}

// "27 path=folder/heap.pb.gz\n" of an extended header.
function paxPath(bytes) {
  const text = new TextDecoder().decode(bytes);
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
}

async function unpackTar(name, bytes) {
  const found = [];
  const count = counter(name);
  let long = '';
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = sizeOf(header);
    const begin = at + BLOCK;
    if (!Number.isFinite(size) || begin + size > bytes.length) throw new Error(`${name} is a tar archive that ends too early or is damaged`);
    const content = bytes.subarray(begin, begin + size);
    const type = String.fromCharCode(header[156] || 48);
    if (type === 'L') long = textOf(content);
    else if (type === 'x') long = paxPath(content) ?? '';
    else {
      const folder = textOf(header.subarray(345, 500));
      const path = long || (folder ? `${folder}/` : '') + textOf(header.subarray(0, 100));
      long = '';
      if (type === '0') {
        count.file();
        found.push(within(name, path, new Blob([content])));
      }
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (!found.length) throw new Error(`${name} is no tar archive, or an empty one`);
  return found;
}

async function untar({ name, data }) {
  const packed = new Uint8Array(await data.slice(0, 2).arrayBuffer());
  const zipped = packed[0] === 0x1f && packed[1] === 0x8b;
  const stream = zipped ? data.stream().pipeThrough(new DecompressionStream('gzip')) : data.stream();
  const count = counter(name);
  const parts = [];
  try {
    for await (const chunk of chunksOf(stream)) {
      count.bytes(chunk.length);
      parts.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(`${name} is compressed, and its data is damaged or ends too early`);
  }
  return unpackTar(name, new Uint8Array(await new Blob(parts).arrayBuffer()));
}

const isArchive = ({ name, data }) => data instanceof Blob && (ZIP.test(name) || TAR.test(name));

// The same items, with what lies inside of an archive in its place. `refuse(name, sentence)` is told of an
// archive that cannot be unpacked.
export async function unpackArchives(items, refuse) {
  const all = [];
  for (const item of items) {
    if (!isArchive(item)) {
      all.push(item);
      continue;
    }
    try {
      all.push(...(await (ZIP.test(item.name) ? unzip(item) : untar(item))));
    } catch (error) {
      refuse(item.name, `${error.message}.`);
    }
  }
  return all;
}
