// How files come in: dropped anywhere, chosen by the Open button, pasted. All take one path.

import { droppedFiles } from './folders.js';

// Text that is base64 of a compressed profile, as some tools print it.
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

function bytesOfText(text) {
  const packed = text.trim();
  if (packed.length > 16 && packed.startsWith('H4sI') && BASE64.test(packed)) {
    return Uint8Array.from(atob(packed.replace(/\s+/g, '')), (c) => c.charCodeAt(0));
  }
  return new TextEncoder().encode(text);
}

// While something is dragged, events come at least every 350 ms; a cancelled drag may end without one.
const DRAG_ENDED_MS = 1000;

const itemsOf = (files) => [...files].map((file) => ({ name: file.name, path: file.webkitRelativePath || file.name, data: file }));

// `take(items)` opens them; `refuse(name, sentence)` says why something is not opened; `dragging(yes)` shows
// that a drop would be welcome.
export function startIntake({ take, refuse, dragging }) {
  const input = document.getElementById('files');
  input.addEventListener('change', () => {
    const items = itemsOf(input.files);
    input.value = ''; // choosing the same file again is a change, too
    if (items.length) take(items);
  });

  const carriesFiles = (e) => [...(e.dataTransfer?.types ?? [])].includes('Files');
  let leave = 0;
  const gone = (ms) => {
    clearTimeout(leave);
    leave = setTimeout(() => dragging(false), ms);
  };
  document.addEventListener('dragover', (e) => {
    if (!carriesFiles(e)) return;
    e.preventDefault();
    e.dataTransfer.dropEffect = 'copy';
    dragging(true);
    gone(DRAG_ENDED_MS);
  });
  // Leaving one element for another fires, too; a dragover right after it calls this off.
  document.addEventListener('dragleave', () => gone(80));
  document.addEventListener('drop', (e) => {
    clearTimeout(leave);
    dragging(false);
    if (!carriesFiles(e)) return;
    e.preventDefault();
    const [first] = e.dataTransfer.files;
    droppedFiles(e.dataTransfer).then(
      (items) => items.length && take(items),
      () => refuse(first?.name ?? 'the folder', 'The browser does not let the page read this folder: drop the files in it instead.'),
    );
  });

  document.addEventListener('paste', (e) => {
    const files = itemsOf(e.clipboardData.files);
    if (files.length) {
      e.preventDefault();
      return take(files);
    }
    if (e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement) return;
    const text = e.clipboardData.getData('text/plain');
    if (!text.trim()) return;
    e.preventDefault();
    take([{ name: 'pasted text', data: bytesOfText(text) }]);
  });

  return {
    choose: () => input.click(),
    // A chooser for folders is made when asked for, and removed.
    chooseFolder() {
      const folder = Object.assign(document.createElement('input'), { type: 'file', webkitdirectory: true, hidden: true });
      folder.addEventListener('change', () => {
        const items = itemsOf(folder.files);
        folder.remove();
        if (items.length) take(items);
      });
      folder.addEventListener('cancel', () => folder.remove());
      document.body.append(folder);
      folder.click();
    },
  };
}
