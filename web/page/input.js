// Pointer, wheel and keys of the canvas. Nothing is listened to outside it, and only what the viewer
// took is kept from the browser: Tab leaves the canvas, F5 and Ctrl+L are the browser's.

const MOVE = 0, DOWN = 1, UP = 2, LEAVE = 3, CANCEL = 4;

const modsOf = (e) => (e.shiftKey ? 1 : 0) | (e.ctrlKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);

export function startInput(canvas, viewer, drawing) {
  const at = (e) => {
    const box = canvas.getBoundingClientRect();
    return [e.clientX - box.left, e.clientY - box.top];
  };
  listenToPointers(canvas, viewer, drawing, at);
  listenToWheel(canvas, viewer, drawing, at);
  listenToKeys(canvas, viewer, drawing);
}

function listenToPointers(canvas, viewer, drawing, at) {
  // The viewer has a menu of its own; the browser's would lie over it.
  canvas.addEventListener('contextmenu', (e) => e.preventDefault());

  const touches = new Map(); // pointerId → [x, y]
  let spread = 0;

  const send = (what, e) => {
    viewer.pointer(what, ...at(e), Math.max(e.button, 0), modsOf(e), e.pointerType === 'touch');
    drawing.want();
  };
  const span = () => {
    const [[x1, y1], [x2, y2]] = [...touches.values()];
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, distance: Math.hypot(x1 - x2, y1 - y2) };
  };

  canvas.addEventListener('pointerdown', (e) => {
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(e.pointerId);
    if (e.pointerType === 'touch') {
      touches.set(e.pointerId, at(e));
      if (touches.size === 2) {
        send(CANCEL, e); // the first finger's press becomes a pinch
        spread = span().distance;
      }
      if (touches.size > 1) return;
    }
    send(DOWN, e);
  });
  canvas.addEventListener('pointermove', (e) => {
    if (touches.has(e.pointerId)) touches.set(e.pointerId, at(e));
    if (touches.size !== 2) return send(MOVE, e);
    const { x, y, distance } = span();
    if (spread > 0 && distance > 0) viewer.pinch(x, y, distance / spread);
    spread = distance;
    drawing.want();
  });
  const end = (what) => (e) => {
    const pinched = touches.size > 1;
    touches.delete(e.pointerId);
    if (!pinched) send(what, e);
  };
  canvas.addEventListener('pointerup', end(UP));
  canvas.addEventListener('pointercancel', end(CANCEL));
  canvas.addEventListener('pointerleave', (e) => send(LEAVE, e));
}

// Browsers tell pixels, lines or pages; a line is what three of them make a hundred pixels.
const UNIT = [1, 100 / 3, 800];

function listenToWheel(canvas, viewer, drawing, at) {
  canvas.addEventListener(
    'wheel',
    (e) => {
      const unit = UNIT[e.deltaMode] ?? 1;
      const taken = viewer.wheel(...at(e), e.deltaX * unit, e.deltaY * unit, modsOf(e));
      if (taken) e.preventDefault();
      drawing.want();
    },
    { passive: false },
  );
}

function listenToKeys(canvas, viewer, drawing) {
  const send = (down) => (e) => {
    if (e.key === 'Tab' || e.isComposing) return;
    if (viewer.key(down, e.code, e.key, modsOf(e))) e.preventDefault();
    // macOS sends no keyup for keys that were let go while Cmd was held.
    if (!down && e.key === 'Meta') viewer.blur();
    drawing.want();
  };
  canvas.addEventListener('keydown', send(true));
  canvas.addEventListener('keyup', send(false));

  const release = () => {
    viewer.blur();
    drawing.want();
  };
  canvas.addEventListener('blur', release);
  window.addEventListener('blur', release);
}
