// Files of a drop, those inside dropped folders included.

const readEntries = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

const SKIPPED = new Set(['.git', 'node_modules']); // nobody's profiles, and a great many files

const found = (file, path) => ({ name: file.name, path, data: file });

// A reader gives a folder's entries in batches; an empty one is the last.
async function* walk(entry) {
  if (entry.isFile) {
    yield found(await fileOf(entry), entry.fullPath.replace(/^\//, ''));
    return;
  }
  if (SKIPPED.has(entry.name)) return;
  const reader = entry.createReader();
  for (let batch = await readEntries(reader); batch.length; batch = await readEntries(reader)) {
    for (const inner of batch) yield* walk(inner);
  }
}

// Chromium refuses entries to a page opened from disk, but gives it handles.
async function* walkHandle(handle, above = '') {
  const path = above + handle.name;
  if (handle.kind === 'file') yield found(await handle.getFile(), path);
  else if (!SKIPPED.has(handle.name)) for await (const inner of handle.values()) yield* walkHandle(inner, `${path}/`);
}

async function all(walks) {
  const files = [];
  for (const walked of walks) for await (const file of walked) files.push(file);
  return files;
}

// [{name, path, data}]. To be called in the drop event: afterwards the transfer is empty. Rejects when the browser does not let
// the page look into a folder.
export function droppedFiles(transfer) {
  const items = [...transfer.items];
  const entries = items.map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve([...transfer.files].map((file) => found(file, file.name)));
  const handles = items.map((item) => item.getAsFileSystemHandle?.());
  return all(entries.map(walk)).catch(async (error) => {
    if (!handles.every(Boolean)) throw error;
    return all((await Promise.all(handles)).filter(Boolean).map((handle) => walkHandle(handle)));
  });
}
