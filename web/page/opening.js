// Opening: numbers for profiles (given once, never again), the promise of every load, and the marks
// on the performance timeline.

// So many files that come together are a set: they are decoded first, and what belongs together is shown as
// one. Of a folder or an archive fewer are one, too.
const SET_OF_FILES = 6;
const SET_OF_FOLDER = 3;

const isSet = (items) => {
  const inFolder = items.filter(({ path }) => path?.includes('/')).length;
  return items.length >= SET_OF_FILES || inFolder >= SET_OF_FOLDER;
};

// What all of their paths begin with: the folder or the archive.
const setName = (items) => items[0].path?.split('/')[0] || 'files';

export function createOpening(engine, screen) {
  let nextProfile = 1;
  const pending = new Map(); // profile → {name, resolve}
  const drawn = new Set();   // profiles whose flame graph has been submitted

  const mark = (name) => performance.mark(`burnglass:${name}`);

  const blobOf = (data) => (data instanceof Blob ? data : new Blob([data]));

  function load(name, blob, part) {
    const profile = nextProfile++;
    return new Promise((resolve) => {
      pending.set(profile, { name, resolve });
      // At once, so that files that come together are known to, however soon the first is read.
      if (!part) screen.reading(profile, name, blob.size);
      engine().open(profile, name, blob, part);
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
    const set = isSet(items) && screen.set(nextProfile, items.length, setName(items));
    const nameOf = ({ name, path }) => String((set && path) || name);
    const outcomes = await Promise.all(items.map((item) => load(nameOf(item), blobOf(item.data), set)));
    const opened = outcomes.filter((o) => !o.message).map(({ id, name }) => ({ id, name }));
    const failed = outcomes.filter((o) => o.message).map(({ name, message }) => ({ name, message }));
    if (!opened.length) {
      throw Object.assign(new Error(failed.map((f) => f.message).join('\n') || 'no files were given'), { failed });
    }
    await screen.shows(set ? [] : opened.map(({ id }) => id), drawn);
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
