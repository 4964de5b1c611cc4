// Files given to the page as a person gives them.

// A drag from the desktop, let go over the page: trusted events with a real DataTransfer. `paths` are of
// files on disk. With `drop: false` the drag hovers until `letGo` or `leave` is called.
export async function drag(visit, paths, { x = 640, y = 400 } = {}) {
  const session = await visit.context.newCDPSession(visit.page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const send = (type) => session.send('Input.dispatchDragEvent', { type, x, y, data });
  await send('dragEnter');
  await send('dragOver');
  return { letGo: () => send('drop'), leave: () => send('dragCancel') };
}

export const drop = async (visit, paths, at) => (await drag(visit, paths, at)).letGo();

// A paste with files on the clipboard. Chromium lets nobody put files there, so the event is made.
export const paste = (visit, files) =>
  visit.page.evaluate(
    (files) => {
      const clipboardData = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        clipboardData.items.add(new File([bytes], name));
      }
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );

// The Open button and the file chooser that it brings.
export async function choose(visit, paths) {
  const chooser = visit.page.waitForEvent('filechooser', { timeout: 10_000 });
  chooser.catch(() => {}); // awaited below; the click may fail before
  await visit.clickAt(await visit.find('button', /^open/i));
  await (await chooser).setFiles(paths);
}
