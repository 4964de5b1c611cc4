// The page's top rows against what `go tool pprof -top` printed.
import assert from 'node:assert/strict';

export { parseTop, recorded, recordedNames } from '../../support/recorded.mjs';

// The first rows of the page's own answer, in the same shape.
export async function topRows(visit, limit = 10) {
  const { rows } = await visit.answer('top', { limit });
  return rows.map(({ name, flatText, cumText }) => ({ name, flat: flatText, cum: cumText }));
}

export async function assertTopIsPprofs(visit, profile, limit = 10) {
  assert.deepEqual(await topRows(visit, limit), profile.top.slice(0, limit));
}
