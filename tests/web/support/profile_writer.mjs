// Profiles made for a purpose: profile.proto, written by hand so that a test says what is in them.
import { gzipSync } from 'node:zlib';

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return bytes;
}

export const field = (number, bytes) => [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
export const number = (id, value) => [...varint(id << 3), ...varint(value)];
export const packed = (id, values) => field(id, values.flatMap(varint));

// `samples` are [value, [leaf, …, root]] with functions by name. A plain profile of one sample type.
export function writeProfile(samples, { type = 'samples', unit = 'count', file = 'main.go' } = {}) {
  const strings = [''];
  const numbers = new Map([['', 0]]);
  const intern = (text) => {
    if (!numbers.has(text)) numbers.set(text, strings.push(text) - 1);
    return numbers.get(text);
  };
  const parts = [Buffer.from(field(1, [...number(1, intern(type)), ...number(2, intern(unit))]))];
  const functions = new Map();
  for (const [value, stack] of samples) {
    const ids = stack.map((name) => {
      if (!functions.has(name)) functions.set(name, functions.size + 1);
      return functions.get(name);
    });
    parts.push(Buffer.from(field(2, [...packed(1, ids), ...packed(2, [value])])));
  }
  for (const [name, id] of functions) {
    const line = field(4, [...number(1, id), ...number(2, id)]);
    parts.push(Buffer.from(field(4, [...number(1, id), ...line])));
    const described = [...number(1, id), ...number(2, intern(name)), ...number(4, intern(file))];
    parts.push(Buffer.from(field(5, described)));
  }
  for (const text of strings) parts.push(Buffer.from(field(6, [...Buffer.from(text)])));
  return Buffer.concat(parts);
}

// A profile that takes a while: as many samples as asked for, each of `depth` frames, all alike in shape.
// Gzipped as quickly as may be; written once for all samples, so that it is there in a second.
export function writeLargeProfile(count, depth = 40) {
  const names = Array.from({ length: 400 }, (_, i) => `example.org/mod${i % 20}.(*T${i}).Do`);
  const stack = (seed) =>
    Array.from(
      { length: depth },
      (_, level) => names[(seed * (level + 3) + level * 17) % names.length],
    );
  const few = Array.from({ length: 1000 }, (_, i) => [1 + (i % 9), stack(i)]);
  const small = writeProfile(few);
  // The samples are field 2; to have more of them is to have their bytes again.
  const block = small.subarray(...samplesRange(small));
  const copies = Math.round(count / few.length) - 1;
  return gzipSync(Buffer.concat([small, ...Array(copies).fill(block)]), { level: 1 });
}

// Where the samples of a profile by writeProfile begin and end.
function samplesRange(bytes) {
  let at = 0;
  let begin = 0;
  while (at < bytes.length) {
    const start = at;
    const tag = bytes[at++];
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      length |= (bytes[at] & 127) << shift;
      if (bytes[at++] < 128) break;
    }
    if (tag >> 3 === 2) begin ||= start;
    else if (begin) return [begin, start];
    at += length;
  }
  return [begin, bytes.length];
}
