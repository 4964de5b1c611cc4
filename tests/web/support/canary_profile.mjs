// A profile in which every text that could tell of somebody has one word, so that the word can be looked for
// wherever nothing of a profile may be.
import { gzipSync } from 'node:zlib';
import { field, number, packed } from '../../support/wire.mjs';

export const WORD = 'CANARYxyzzy';

const FUNCTIONS = [
  ['runtime.main', `/home/${WORD}/go/src/runtime/proc.go`],
  ['main.main', `/home/${WORD}/shop/main.go`],
  [`${WORD}.example/shop/cart.(*${WORD}Cart).Add`, `/home/${WORD}/shop/cart/${WORD}.go`],
  [`${WORD}.example/shop/tax.${WORD}Rate.func1`, `/home/${WORD}/shop/tax/tax.go`],
  [`github.com/${WORD}/lib.Do`, `/home/${WORD}/go/pkg/mod/github.com/${WORD}/lib@v1.0.0/do.go`],
  ['runtime.mallocgc', `/home/${WORD}/go/src/runtime/malloc.go`],
];
// Leaf first, with a value.
const SAMPLES = [
  [40, [3, 2, 1]],
  [30, [4, 3, 2, 1]],
  [20, [6, 5, 2, 1]],
  [10, [5, 3, 2, 1]],
];

// `more` changes the values, for a second profile to compare with.
export function writeCanaryProfile(more = 0) {
  const strings = [''];
  const numbers = new Map([['', 0]]);
  const text = (words) => {
    if (!numbers.has(words)) numbers.set(words, strings.push(words) - 1);
    return numbers.get(words);
  };
  const type = (name, unit) => [...number(1, text(name)), ...number(2, text(unit))];
  const parts = [field(1, type('samples', 'count')), field(1, type('cpu', 'nanoseconds'))];
  const label = (key, value) => field(3, [...number(1, text(key)), ...number(2, text(value))]);
  SAMPLES.forEach(([value, stack], i) => {
    const values = packed(2, [value + more * i, (value + more * i) * 1e7]);
    const labels = [...label('tenant', `${WORD}-${i % 2}`), ...label(`${WORD}key`, 'x')];
    parts.push(field(2, [...packed(1, stack), ...values, ...labels]));
  });
  const mapping = [...number(1, 1), ...number(2, 4096), ...number(3, 8192)];
  const binary = [...number(5, text(`/srv/${WORD}/bin/shop`)), ...number(6, text(`${WORD}build`))];
  parts.push(field(3, [...mapping, ...binary, ...number(7, 1)]));
  FUNCTIONS.forEach(([name, file], i) => {
    const line = field(4, [...number(1, i + 1), ...number(2, 10 + i)]);
    parts.push(field(4, [...number(1, i + 1), ...number(2, 1), ...number(3, 5000 + i), ...line]));
    const named = [...number(1, i + 1), ...number(2, text(name)), ...number(3, text(name))];
    parts.push(field(5, [...named, ...number(4, text(file))]));
  });
  const comment = text(`shop --db db.${WORD}.internal --user ${WORD}`);
  const document = text(`https://wiki.${WORD}.example/`);
  for (const words of strings) parts.push(field(6, [...Buffer.from(words)]));
  parts.push(number(9, 1_795_000_000_000_000_000), number(10, 5_000_000_000));
  parts.push(packed(13, [comment]), number(15, document));
  return gzipSync(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

export const canaryFile = (more = 0) => ({
  name: `${WORD}-${more}.pb.gz`,
  bytes: writeCanaryProfile(more),
});
