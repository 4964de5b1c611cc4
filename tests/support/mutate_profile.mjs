// Breaks profile.proto as one who knows its grammar: fields are lost, doubled, exchanged and moved to where
// they do not belong, and numbers become other ones, so that the damage lies deeper than the wire.
import { numberReader, varint } from './wire.mjs';

// A generator of numbers (mulberry32): the same seed, the same damage.
export function seededRandom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

// Fields that are messages, by the path of numbers that leads to them.
const MESSAGES = new Set(['1', '2', '2.3', '3', '4', '4.4', '5', '11']);

// A message as a list of {id, type, value}: a number, bytes, or such a list.
export function readMessage(bytes, path = '') {
  const fields = [];
  const reader = numberReader(bytes);
  while (reader.at < bytes.length) {
    const tag = Number(reader.next());
    const id = tag >> 3;
    const type = tag & 7;
    let value = reader.next();
    if (type === 2) {
      const size = Number(value);
      const below = path ? `${path}.${id}` : String(id);
      value = bytes.subarray(reader.at, reader.at + size);
      if (MESSAGES.has(below)) value = readMessage(value, below);
      reader.at += size;
    }
    fields.push({ id, type, value });
  }
  return fields;
}

export function writeMessage(fields) {
  return Buffer.concat(
    fields.map(({ id, type, value }) => {
      const tag = varint((id << 3) | type);
      if (typeof value === 'bigint') return Buffer.from([...tag, ...varint(value)]);
      const content = Array.isArray(value) ? writeMessage(value) : value;
      return Buffer.concat([Buffer.from([...tag, ...varint(content.length)]), content]);
    }),
  );
}

const NUMBERS = [0n, 1n, 2n, 127n, 128n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 62n, 2n ** 63n - 1n, -1n, -2n, -(2n ** 31n), -(2n ** 63n)];
const TEXTS = ['', 'a', 'nanoseconds', 'bytes', 'count', '\u202e\u0000\u001b[31m', '<b>&"\'', '%s%n', '/a/b.(*T[...]).f-fm', 'a::b<c>(d)::e', '_ZN3foo3barE', '_R', 'x'.repeat(3000)];

// Every list of fields in the tree, the outermost first.
function listsOf(fields, found = [fields]) {
  for (const { value } of fields) {
    if (!Array.isArray(value)) continue;
    found.push(value);
    listsOf(value, found);
  }
  return found;
}

const copyOf = (value) => (Array.isArray(value) ? value.map((field) => ({ ...field, value: copyOf(field.value) })) : value);

function otherValue({ value }, random) {
  if (typeof value === 'bigint') return random(3) ? NUMBERS[random(NUMBERS.length)] : value + BigInt(random(5)) - 2n;
  if (Array.isArray(value)) return random(2) ? [] : Buffer.from(TEXTS[random(TEXTS.length)]);
  if (random(2)) return Buffer.from(TEXTS[random(TEXTS.length)]);
  const bytes = Buffer.from(value);
  if (bytes.length) bytes[random(bytes.length)] = random(256);
  return bytes;
}

const damages = [
  (list, i) => list.splice(i, 1),
  (list, i, random) => list.splice(random(list.length), 0, { ...list[i], value: copyOf(list[i].value) }),
  (list, i, random) => {
    const j = random(list.length);
    [list[i], list[j]] = [list[j], list[i]];
  },
  (list, i, random) => (list[i].value = otherValue(list[i], random)),
  (list, i, random) => (list[i].value = otherValue(list[i], random)),
  (list, i, random) => (list[i].id = 1 + random(16)),
  (list, i, random, lists) => lists[random(lists.length)].push({ ...list[i], value: copyOf(list[i].value) }),
  (list, i, random) => list.splice(random(list.length)),
];

// The bytes with some damages.
export function mutateProfile(bytes, random) {
  const fields = readMessage(bytes);
  for (let count = 1 + random(4); count > 0; count--) {
    const lists = listsOf(fields).filter((list) => list.length);
    if (!lists.length) break;
    // Half of the damage is done to the outermost list, which is the longest.
    const list = random(4) ? lists[random(lists.length)] : lists[0];
    damages[random(damages.length)](list, random(list.length), random, lists);
  }
  return writeMessage(fields);
}
