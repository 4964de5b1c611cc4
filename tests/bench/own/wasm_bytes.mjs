// How many bytes of a WebAssembly program each of its functions is, and what is not code: [name, bytes].
// The program must be linked with names (--profiling-funcs).

function reader(bytes) {
  return {
    at: 0,
    byte() {
      return bytes[this.at++];
    },
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.byte();
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    text() {
      const size = this.number();
      this.at += size;
      return new TextDecoder().decode(bytes.subarray(this.at - size, this.at));
    },
  };
}

const [CUSTOM, IMPORTS, CODE] = [0, 2, 10];
// Of an import what follows its kind: an index; a table, a memory, a global.
const FUNCTION = 0;
const OF_NAMES = 1; // the part of the section "name" that has functions

function countImported(input) {
  let functions = 0;
  for (let left = input.number(); left > 0; left--) {
    input.text();
    input.text();
    const kind = input.byte();
    if (kind === FUNCTION) functions++;
    if (kind === 1) input.byte();
    if (kind === 1 || kind === 2) {
      const bounded = input.byte() & 1;
      input.number();
      if (bounded) input.number();
    } else if (kind === FUNCTION) {
      input.number();
    } else {
      input.at += 2;
    }
  }
  return functions;
}

function readNames(input, end) {
  const names = new Map();
  if (input.text() !== 'name') return names;
  while (input.at < end) {
    const part = input.byte();
    const size = input.number();
    const next = input.at + size;
    if (part === OF_NAMES) {
      for (let left = input.number(); left > 0; left--) names.set(input.number(), input.text());
    }
    input.at = next;
  }
  return names;
}

export function bytesByFunction(bytes) {
  const input = reader(bytes);
  input.at = 8;
  const sizes = [];
  let imported = 0;
  let names = new Map();
  let other = 0;
  while (input.at < bytes.length) {
    const section = input.byte();
    const size = input.number();
    const end = input.at + size;
    if (section === IMPORTS) imported = countImported(input);
    if (section === CODE) {
      for (let left = input.number(); left > 0; left--) {
        const body = input.number();
        sizes.push(body);
        input.at += body;
      }
    } else if (section === CUSTOM) {
      const found = readNames(input, end);
      if (found.size) names = found;
    } else {
      other += size;
    }
    input.at = end;
  }
  return [...sizes.map((size, i) => [names.get(imported + i) ?? 'no name', size]), ['data, types and tables', other]];
}
