// Frames on demand: the browser is asked for one only when the viewer wants one, so an idle page
// costs nothing. A hidden page gets no animation frames; a timer takes their place there, so that
// files opened in a hidden tab are ready when it is shown.
const HIDDEN_MS = 100;

// `onStop(error)` is told when the viewer can draw no more.
export function startDrawing(viewer, onStop) {
  let stopped = false;
  let frame = 0;
  let timer = 0;
  let waiters = [];

  // A viewer that threw is not to be called again: it would throw at every frame.
  function frameOrStop(now) {
    if (stopped) return -1;
    try {
      return viewer.frame(now);
    } catch (error) {
      stopped = true;
      onStop(error);
      return -1;
    }
  }

  function draw(now) {
    frame = 0;
    clearTimeout(timer);
    timer = 0;
    const next = frameOrStop(now);
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
