// Back and Forward of the browser go through the viewer's steps: history entries hold a step's number
// and nothing else, their address is the page's, and what the steps are lives in the viewer.

// Numbers of an earlier visit, which a reload leaves in the history, mean nothing to this one.
const visit = Math.round(performance.timeOrigin);

const numberIn = (state) => (state?.visit === visit ? state.step : null);

// How long the browser may take to go somewhere.
const TRAVEL_MS = 1000;

// `go(step)`: the person went there by the browser's own buttons. Embedded pages leave the history of
// the page around them alone.
export function startHistory(go, embedded) {
  if (embedded) return { push() {}, move() {}, here() {} };
  let at = 0;
  let last = Promise.resolve(); // one after the other: going is not done when history.go() returns
  let arrive = null; // ends the waiting for a journey of our own

  const mark = (write, step) => {
    try {
      history[write]({ visit, step }, '');
    } catch {
      // Browsers bound how many entries a page may write; undo works without them.
    }
  };
  mark('replaceState', 0);

  window.addEventListener('popstate', ({ state }) => {
    const step = numberIn(state);
    if (step === null) return;
    if (arrive) {
      if (step === at) arrive();
      return;
    }
    if (step === at) return;
    at = step;
    go(step);
  });

  const travel = (by) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        arrive = null;
        resolve();
      };
      const timer = setTimeout(end, TRAVEL_MS);
      arrive = end;
      history.go(by);
    });

  return {
    // The browser made an entry by itself (the person changed the address): it is where we are.
    here: () => mark('replaceState', at),
    push(step) {
      last = last.then(() => {
        at = step;
        mark('pushState', step);
      });
    },
    move(step) {
      last = last.then(() => {
        const by = step - at;
        at = step;
        return by ? travel(by) : undefined;
      });
    },
  };
}
