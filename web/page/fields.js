// Text is typed into real inputs laid over the canvas: selection, undo, paste and input methods are
// the browser's. The viewer says where they lie and draws the frame around them.

const KEYS = { Enter: 1, Escape: 2, ArrowUp: 3, ArrowDown: 4 };

export function createFields(canvas) {
  const inputs = ['search', 'filter', 'palette'].map((id) => document.getElementById(id));

  return {
    place(field, { x, y, w, h }) {
      const input = inputs[field];
      input.hidden = w <= 0;
      Object.assign(input.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
    },
    setText(field, text) {
      if (inputs[field].value !== text) inputs[field].value = text;
    },
    focus(field) {
      inputs[field].hidden = false; // where it lies is said with the next frame
      inputs[field].focus();
      inputs[field].select();
    },
    // The letters of the fields grow with the text of the picture.
    scale(factor) {
      document.documentElement.style.setProperty('--text-scale', factor);
    },
    start(viewer, drawing) {
      inputs.forEach((input, field) => {
        input.addEventListener('input', () => {
          viewer.field(field, input.value);
          drawing.want();
        });
        input.addEventListener('keydown', (e) => {
          // During composition Enter and Escape belong to the input method.
          if (e.isComposing || !KEYS[e.key]) return;
          const mods = (e.shiftKey ? 1 : 0) | (e.ctrlKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);
          if (viewer.fieldKey(field, KEYS[e.key], mods)) e.preventDefault();
          if (e.key === 'Escape' && field === 0) canvas.focus({ preventScroll: true });
          drawing.want();
        });
        for (const change of ['focus', 'blur']) input.addEventListener(change, () => drawing.want());
      });
    },
  };
}
