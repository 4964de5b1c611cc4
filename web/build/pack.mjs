// Bytes as text that is legal wherever a string of JSON in a page is, and that compresses nearly as well
// as the bytes do: each byte is one character, always the same. (base64 and everything that is already
// compressed hide the repetitions from the compression of the server, and weigh a third more on the wire.)

// What JSON or the page's markup would take for something else.
const RESERVED = '"\\<&';
const ONE_BYTE = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter((c) => !RESERVED.includes(c));
// Letters that nothing composes or decomposes, two bytes in UTF-8.
const FIRST_OF_TWO_BYTES = 0x250;

const frequencies = (files) => {
  const counts = new Uint32Array(256);
  for (const bytes of files) for (const byte of bytes) counts[byte]++;
  return counts;
};

// The character of each byte, in one string: the most frequent bytes have one byte in UTF-8, and stay what they are where
// they can.
export function alphabetFor(files) {
  const counts = frequencies(files);
  const bytes = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  const frequent = bytes.slice(0, ONE_BYTE.length).sort((a, b) => a - b);
  const alphabet = Array(256);
  const kept = frequent.filter((byte) => ONE_BYTE.includes(String.fromCharCode(byte)));
  for (const byte of kept) alphabet[byte] = String.fromCharCode(byte);
  const free = ONE_BYTE.filter((c) => !alphabet.includes(c));
  for (const byte of frequent) alphabet[byte] ??= free.shift();
  let next = FIRST_OF_TWO_BYTES;
  for (let byte = 0; byte < 256; byte++) alphabet[byte] ??= String.fromCharCode(next++);
  return alphabet.join('');
}

export const pack = (bytes, alphabet) => Array.from(bytes, (byte) => alphabet[byte]).join('');
