// Copying: inside a copy event the event carries the text (Safari allows it only there); elsewhere
// the clipboard API, and where that is missing (plain http) a copy event of our own making. Where
// nothing of this is allowed, the text is shown, to be copied by hand.

let event = null;

// False: the browser did not let us.
function copyByEvent(text) {
  let given = false;
  const listener = (e) => {
    e.clipboardData.setData('text/plain', text);
    e.preventDefault();
    e.stopImmediatePropagation();
    given = true;
  };
  document.addEventListener('copy', listener, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', listener, { capture: true });
  return done && given;
}

function copyByHand(text) {
  const field = document.getElementById('by-hand-text');
  field.value = text;
  document.getElementById('by-hand').showModal();
  field.select();
}

const copyOtherwise = (text) => copyByEvent(text) || copyByHand(text);

export function copyText(text) {
  if (event) {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  } else if (navigator.clipboard) {
    navigator.clipboard.writeText(text).catch(() => copyOtherwise(text));
  } else {
    copyOtherwise(text);
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
