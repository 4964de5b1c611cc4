// Copying: inside a copy event the event carries the text (Safari allows it only there); elsewhere
// the clipboard API, and where that is missing (plain http) a copy event of our own making.

let event = null;

function copyByEvent(text) {
  const listener = (e) => {
    e.clipboardData.setData('text/plain', text);
    e.preventDefault();
    e.stopImmediatePropagation();
  };
  document.addEventListener('copy', listener, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', listener, { capture: true });
}

export function copyText(text) {
  if (event) {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  } else if (navigator.clipboard) {
    navigator.clipboard.writeText(text).catch(() => copyByEvent(text));
  } else {
    copyByEvent(text);
  }
}

// The browser's own Copy on the canvas copies the name that is selected there.
export function startClipboard(canvas, viewer, drawing) {
  document.addEventListener('copy', (e) => {
    if (document.activeElement !== canvas || !getSelection().isCollapsed) return;
    event = e;
    viewer.command('copy_name');
    event = null;
    drawing.want();
  });
}
