// Small or plain files that would fill any memory or take any time, were they read in good faith. Each
// is {name, bytes(), opens} or {name, bytes(), says}: it opens, or is refused in words that fit `says`.
// `total` is that of its table; `refuses`: the table is refused in such words.
import { deflateRawSync, gzipSync } from 'node:zlib';
import { block, field, number, packed, times, varint } from './wire.mjs';

const MILLION = 1_000_000;

const text = (string) => Buffer.from(field(6, [...Buffer.from(string)]));
const concat = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

const head = field(1, [...number(1, 1), ...number(2, 2)]);
const names = concat(text(''), text('samples'), text('count'), text('main.main'), text('main.go'));
const sample = (value) => field(2, [...packed(1, [1]), ...packed(2, [value])]);
const location = (id) => field(4, [...number(1, id), ...field(4, [...number(1, 1), ...number(2, id)])]);
const func = (id, name = 3) => field(5, [...number(1, id), ...number(2, name), ...number(4, 4)]);

// A profile of one function, with more in it.
const around = (...parts) => concat(head, ...parts, location(1), func(1), names);

// As many messages as asked for, each made of its number; numbers are told a thousand at a time.
function many(count, message) {
  const parts = [];
  for (let from = 1; from <= count; from += 1000) {
    const some = [];
    for (let i = from; i < from + 1000 && i <= count; i++) some.push(...message(i));
    parts.push(Buffer.from(some));
  }
  return Buffer.concat(parts);
}

const gzipTimes = (bytes, count) => {
  for (let i = 0; i < count; i++) bytes = gzipSync(bytes);
  return bytes;
};

// A zstd frame that asks for a window of 2^exponent bytes, and has one empty block.
const zstdWindow = (exponent) =>
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (exponent - 10) << 3, 1, 0, 0]);

// One zstd block that says: this byte, 128 KiB times; again and again.
const zstdZeros = (blocks) => {
  const rle = (last) => {
    const header = (128 * 1024 << 3) | 2 | last;
    return [header & 255, (header >> 8) & 255, header >> 16, 0];
  };
  return concat([0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3], times(blocks - 1, rle(0)), rle(1));
};

// A known profile, and behind it a field that nobody knows, of zeros.
const padded = (size) => concat(around(sample(1)), [...varint((100 << 3) | 2), ...varint(size)], Buffer.alloc(size));

const I64 = { most: 2n ** 63n - 1n, least: -(2n ** 63n) };

export const bombs = [
  { name: 'zeros.gz', bytes: () => gzipSync(Buffer.alloc(64 << 20)), says: /not a profile/ },
  {
    name: 'padding.gz',
    // Members behind each other, which is cheap to write: 600 MB from 600 kB.
    bytes: () => {
      const size = 600 << 20;
      const front = around(sample(1));
      const start = concat(front, [...varint((100 << 3) | 2), ...varint(size)]);
      const member = gzipSync(Buffer.alloc(1 << 20), { level: 9 });
      return concat(gzipSync(start), times(600, member));
    },
    says: /unpacks to far more than a profile/,
  },
  { name: 'twice.gz.gz', bytes: () => gzipTimes(around(sample(1)), 2), says: /packed twice/ },
  { name: 'twenty.gz', bytes: () => gzipTimes(around(sample(1)), 20), says: /packed twice/ },
  { name: 'window.zst', bytes: () => zstdWindow(41), says: /zstd.*(window|memory)/ },
  { name: 'long.zst', bytes: () => zstdWindow(28), says: /zstd.*window.*--long/ },
  { name: 'zeros.zst', bytes: () => zstdZeros(10_000), says: /not a profile|unpacks to far more/ },
  {
    name: 'deflated',
    // No head of gzip or zlib: nothing that can be known.
    bytes: () => deflateRawSync(Buffer.alloc(1 << 20)),
    says: /not a profile|no profile|not.*recogni/,
  },
  // Ten million brackets, as JSON, as speedscope's and as OpenTelemetry's.
  ...['', '{"$schema":"https://www.speedscope.app/file-format-schema.json","profiles":', '{"resourceProfiles":'].map(
    (start, i) => ({
      name: `brackets-${i}.json`,
      bytes: () => Buffer.concat([Buffer.from(start), Buffer.alloc(10 * MILLION, '[')]),
      says: /brackets/,
    }),
  ),
  {
    name: 'one-line.folded',
    // A folded stack of half a million frames, and a line that never ends.
    bytes: () => Buffer.from(`${'a;b;'.repeat(MILLION / 4)}c 1\n${'x'.repeat(8 * MILLION)} 2\n`),
    opens: true,
  },
  {
    name: 'one-goroutine.txt',
    bytes: () => Buffer.from(`goroutine 1 [running]:\n${'main.f(0x1)\n\t/a/b.go:1 +0x1\n'.repeat(300_000)}`),
    opens: true,
  },
  {
    name: 'empty-strings.pb',
    bytes: () => concat(around(sample(1)), times(MILLION, [50, 0])),
    opens: true,
  },
  {
    name: 'deep-stack.pb',
    bytes: () => {
      const stack = block(2, concat([...packed(2, [1])], block(1, times(MILLION, [1]))));
      return around(stack);
    },
    opens: true,
  },
  {
    name: 'deep-stack-of-many.pb',
    // 200,000 functions, each calls the next.
    bytes: () => {
      const count = 200_000;
      const ids = many(count, (i) => varint(i));
      return concat(
        head,
        block(2, concat(block(1, ids), packed(2, [1]))),
        many(count, (i) => field(4, [...number(1, i), ...field(4, [...number(1, i), ...number(2, 1)])])),
        many(count, (i) => func(i)),
        names,
      );
    },
    opens: true,
  },
  {
    name: 'labels.pb',
    bytes: () =>
      around(block(2, concat([...packed(1, [1]), ...packed(2, [1])], times(10 * MILLION, field(3, [...number(1, 3), ...number(2, 4)]))))),
    opens: true,
  },
  {
    name: 'sample-types.pb',
    bytes: () =>
      concat(
        times(MILLION, head),
        block(2, concat(packed(1, [1]), block(2, times(MILLION, [1])))),
        location(1), func(1), names,
      ),
    says: /sample types/,
  },
  {
    name: 'mappings.pb',
    bytes: () =>
      around(sample(1), many(MILLION, (i) => field(3, [...number(1, i), ...number(2, i * 4096), ...number(3, i * 4096 + 4096)]))),
    opens: true,
  },
  {
    name: 'long-name.pb',
    bytes: () => concat(head, sample(1), location(1), func(1, 5), names, text('x'.repeat(1 << 20))),
    opens: true,
  },
  {
    name: 'long-cpp-name.pb',
    // Brackets within brackets, and a mangled name that refers to itself.
    bytes: () =>
      concat(
        head, sample(1), location(1), func(1, 5), field(2, [...packed(1, [2]), ...packed(2, [1])]), field(4, [...number(1, 2), ...field(4, [...number(1, 2)])]), func(2, 6), names,
        text(`${'a<'.repeat(250_000)}b${'>'.repeat(250_000)}::f()`),
        text(`_Z1f${'PFS_S_'.repeat(50_000)}v`),
      ),
    opens: true,
  },
  { name: 'same-function.pb', bytes: () => concat(around(sample(1)), func(1)), says: /two functions have the same id 1/ },
  { name: 'same-location.pb', bytes: () => concat(around(sample(1)), location(1)), says: /two locations have the same id 1/ },
  {
    name: 'same-mapping.pb',
    bytes: () => concat(around(sample(1)), ...[1, 1].map((id) => field(3, number(1, id)))),
    says: /two mappings have the same id 1/,
  },
  {
    name: 'far-ids.pb',
    bytes: () => {
      const far = 2n ** 64n - 1n;
      return concat(
        head,
        field(2, [...packed(1, [far]), ...packed(2, [1])]),
        field(4, [...number(1, far), ...field(4, number(1, far))]),
        func(far), names,
      );
    },
    opens: true,
  },
  {
    name: 'long-field.pb',
    bytes: () => concat(around(sample(1)), [...varint((6 << 3) | 2), ...varint(2n ** 62n)]),
    says: /truncated|damaged|not a profile/,
  },
  {
    name: 'long-varint.pb',
    bytes: () => concat(head, [16, ...Array(10).fill(255), 1]),
    says: /damaged|not a profile/,
  },
  { name: 'negative.pb', bytes: () => around(...[-1, -2, -3].map(sample)), opens: true, total: '6' },
  { name: 'largest.pb', bytes: () => around(sample(I64.most)), opens: true, total: String(I64.most) },
  // These open: another sample type may be sound. What is asked of this one is told why it has no answer.
  ...[[I64.least], [I64.most, 1], [I64.least, -1], [I64.most, -I64.most]].map((values, i) => ({
    name: `overflow-${i}.pb`,
    bytes: () => around(...values.map(sample)),
    opens: true,
    refuses: /add up to more than 9223372036854775807/,
  })),
];
