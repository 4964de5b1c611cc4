// Opening: numbers for profiles (given once, never again), the promise of every load, and the marks
// on the performance timeline.

export function createOpening(engine, screen) {
  let nextProfile = 1;
  const pending = new Map(); // profile → {name, resolve}
  const drawn = new Set();   // profiles whose flame graph has been submitted

  const mark = (name) => performance.mark(`burnglass:${name}`);

  const blobOf = (data) => (data instanceof Blob ? data : new Blob([data]));

  function load(name, blob) {
    const profile = nextProfile++;
    return new Promise((resolve) => {
      pending.set(profile, { name, resolve });
      engine().open(profile, name, blob);
    });
  }

  function settle(profile, outcome) {
    const load = pending.get(profile);
    if (!load) return;
    pending.delete(profile);
    load.resolve({ id: profile, name: load.name, ...outcome });
  }

  // items: [{name, data}]. Resolves when the flame graph of the shown one has been drawn.
  async function open(items) {
    mark('open');
    const outcomes = await Promise.all(items.map(({ name, data }) => load(String(name), blobOf(data))));
    const opened = outcomes.filter((o) => !o.message).map(({ id, name }) => ({ id, name }));
    const failed = outcomes.filter((o) => o.message).map(({ name, message }) => ({ name, message }));
    if (!opened.length) {
      throw Object.assign(new Error(failed.map((f) => f.message).join('\n') || 'no files were given'), { failed });
    }
    await screen.shows(opened.map(({ id }) => id), drawn);
    return { opened, failed };
  }

  return {
    open,
    // A number for a load that the page itself begins (a link that is being fetched).
    take: () => nextProfile++,
    // Opens bytes under a number that was taken before.
    openAs(profile, name, blob) {
      mark('open');
      return new Promise((resolve) => {
        pending.set(profile, { name, resolve });
        engine().open(profile, name, blob);
      });
    },
    opened(profile) {
      if (pending.has(profile)) mark('decoded');
      settle(profile, {});
    },
    failed: (profile, message) => settle(profile, { message }),
    flameDrawn(profile) {
      if (!drawn.has(profile)) mark('first-frame');
      drawn.add(profile);
    },
    closed: (profile) => drawn.delete(profile),
    busy: () => pending.size > 0,
  };
}
