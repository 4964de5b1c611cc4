// What `go tool pprof -top` printed, as rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { data } from './places.mjs';

const rowPattern =
  /^\s*(\S+)\s+(\S+%)\s+(\S+%)\s+(\S+)\s+(\S+%) {2}(.*?)(?: \((?:partial-)?inline\))?$/;

export function parseTop(text) {
  const lines = text.trimEnd().split('\n');
  const head = lines.findIndex((line) => /^\s*flat\s+flat%/.test(line));
  assert.notEqual(head, -1, 'pprof printed a table');
  return lines.slice(head + 1).map((line) => {
    const [, flat, , , cum, , name] = rowPattern.exec(line) ?? assert.fail(`no row: ${line}`);
    return { name, flat, cum };
  });
}

// The recorded profiles that most tests open: cpu, heap and goroutine.
export const recorded = (name) => ({
  name: `${name}.pb.gz`,
  kind: name,
  path: path.join(data, `${name}.pb.gz`),
  bytes: readFileSync(path.join(data, `${name}.pb.gz`)),
  top: parseTop(readFileSync(path.join(data, `${name}.top.txt`), 'utf8')),
});

export const recordedNames = ['cpu', 'heap', 'goroutine'];

// The first rows of the page's own answer, in the same shape.
export async function topRows(visit, limit = 10) {
  const { rows } = await visit.answer('top', { limit });
  return rows.map(({ name, flatText, cumText }) => ({ name, flat: flatText, cum: cumText }));
}

export async function assertTopIsPprofs(visit, profile, limit = 10) {
  assert.deepEqual(await topRows(visit, limit), profile.top.slice(0, limit));
}
