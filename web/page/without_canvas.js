// Where there is no WebGL2 the twin alone is the page; this stands for the viewer there. It shows the
// profile that was opened last, by its default query.
export function viewerWithoutCanvas(profiles, changed) {
  const nothing = () => {};
  const no = () => false;
  const state = () => JSON.stringify({ profile: profiles().at(-1) ?? 0, queryText: '', search: '', view: 'twin' });
  return {
    draws: false,
    receive: () => queueMicrotask(changed),
    resize: nothing, reading: nothing, source: nothing, failed: nothing, reload: nothing, pointer: nothing, pinch: nothing, blur: nothing,
    field: nothing, context: nothing, preferences: nothing, embedded: nothing, dragging: nothing, history: nothing, settings: nothing,
    set: no, make: () => 0, wheel: no, key: no, fieldKey: no, apply: no, command: no, busy: no, warm: no,
    frame: () => -1,
    heap: () => 0,
    query: () => '{}',
    link: () => '',
    snapshot: () => '[]',
    stats: () => JSON.stringify({ boxes: 0, frameMs: [] }),
    state,
  };
}
