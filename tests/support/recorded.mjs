// The recorded profiles of tests/data/go-real, and what `go tool pprof -top` printed of them, as rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './checks.mjs';

export const data = path.join(root, 'tests/data/go-real');

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
