// What a file says of its own size before it is read. It can only be wrong in one direction: a file that unpacks to
// less than it says is damaged, one that unpacks to more (several members, more than a gzip trailer can
// count) is simply larger.

const GB = 2 ** 30;
// All that WebAssembly may have.
const MOST = 4 * GB;
// What opening takes at the least for each byte of a profile. Where nearly all stacks differ it takes 2.2 (1.16 GB
// of profile: 2.4 GiB), and less the more of them are equal: nothing is refused that might fit. More than 4 GB of
// content the engine reads of no file (LoadLimits in src/formats/load.h).
const HEAP_PER_BYTE = 1;

// No gzip unpacks to more times its size.
const MOST_RATIO = 1032;

const bytesOf = async (blob) => new DataView(await blob.arrayBuffer());

function zstdContentSize(head) {
  const descriptor = head.getUint8(4);
  const single = (descriptor >> 5) & 1;
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3];
  switch (descriptor >> 6) {
    case 0:
      return single ? head.getUint8(at) : 0;
    case 1:
      return head.getUint16(at, true) + 256;
    case 2:
      return head.getUint32(at, true);
    default:
      return Number(head.getBigUint64(at, true));
  }
}

// At least so many bytes come out of it.
async function leastSize(blob) {
  if (blob.size < 18) return blob.size;
  const head = await bytesOf(blob.slice(0, 18));
  if (head.getUint16(0) === 0x1f8b) return (await bytesOf(blob.slice(-4))).getUint32(0, true);
  if (head.getUint32(0) === 0x28b52ffd) return zstdContentSize(head);
  return blob.size;
}

const inGB = (bytes) => `${(bytes / GB).toFixed(1)} GB`;

// Why the file cannot be opened while so much of the heap is used; '' when it can be tried.
export async function tooLarge(name, blob, used) {
  if (blob.size * MOST_RATIO * HEAP_PER_BYTE + used <= MOST) return '';
  const size = await leastSize(blob);
  const need = size * HEAP_PER_BYTE;
  if (need + used <= MOST) return '';
  const needs = `${name} is too large: unpacked it has ${inGB(size)} or more, and to open it takes ${inGB(need)} or more of memory`;
  if (need <= MOST) {
    return `${needs}, of which what is open leaves ${inGB(MOST - used)}. Close other profiles, then open it again.`;
  }
  return `${needs}; a page may have ${inGB(MOST)}. The command line has no such limit (burnglass top ${name}); or measure for a shorter time.`;
}
