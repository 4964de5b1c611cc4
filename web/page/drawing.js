// Frames on demand: the browser is asked for one only when the viewer wants one, so an idle page
// costs nothing. A hidden page gets no animation frames; a timer takes their place there, so that
// files opened in a hidden tab are ready when it is shown.
const HIDDEN_MS = 100;

export function startDrawing(viewer) {
  let frame = 0;
  let timer = 0;
  let waiters = [];

  function draw(now) {
    frame = 0;
    clearTimeout(timer);
    timer = 0;
    const next = viewer.frame(now);
    if (next === 0) want();
    else if (next > 0) timer = setTimeout(want, next);
    const done = waiters;
    waiters = [];
    done.forEach((resolve) => resolve());
  }

  function want() {
    if (frame) return;
    if (document.hidden) {
      if (!timer) timer = setTimeout(() => ((timer = 0), draw(performance.now())), HIDDEN_MS);
      return;
    }
    frame = requestAnimationFrame(draw);
  }

  document.addEventListener('visibilitychange', () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = timer = 0;
    want();
  });

  return {
    want,
    // Draws now: a canvas that has just got another size would flicker until the next frame.
    now() {
      cancelAnimationFrame(frame);
      draw(performance.now());
    },
    pending: () => frame !== 0,
    // Resolves after the next frame.
    next() {
      want();
      return new Promise((resolve) => waiters.push(resolve));
    },
  };
}
