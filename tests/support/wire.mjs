// Protobuf's wire format, written by hand.

// The bytes of a number, as an array; negative ones take ten.
export function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return bytes;
}

// Reads numbers one after the other; `reader.at` is where the next one begins, and may be moved.
export function numberReader(bytes) {
  const reader = {
    at: 0,
    next() {
      let value = 0n;
      for (let shift = 0n; ; shift += 7n) {
        const byte = BigInt(bytes[reader.at++]);
        value |= (byte & 127n) << shift;
        if (byte < 128n) return value;
      }
    },
  };
  return reader;
}

export const number = (id, value) => [...varint(id << 3), ...varint(value)];
export const field = (id, bytes) => [...varint((id << 3) | 2), ...varint(bytes.length), ...bytes];
export const packed = (id, values) => field(id, values.flatMap(varint));

// A field with content of any size, as a Buffer.
export const block = (id, content) =>
  Buffer.concat([Buffer.from([...varint((id << 3) | 2), ...varint(content.length)]), content]);

// The same bytes so many times.
export const times = (count, bytes) =>
  Buffer.alloc(count * bytes.length, Buffer.from(bytes));
