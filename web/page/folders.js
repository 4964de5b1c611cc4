// Files of a drop, those inside dropped folders included.

const readEntries = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

// A reader gives a folder's entries in batches; an empty one is the last.
async function* walk(entry) {
  if (entry.isFile) {
    yield await fileOf(entry);
    return;
  }
  const reader = entry.createReader();
  for (let batch = await readEntries(reader); batch.length; batch = await readEntries(reader)) {
    for (const inner of batch) yield* walk(inner);
  }
}

// To be called in the drop event: afterwards the transfer is empty.
export function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve([...transfer.files]);
  return (async () => {
    const files = [];
    for (const entry of entries) for await (const file of walk(entry)) files.push(file);
    return files;
  })();
}
