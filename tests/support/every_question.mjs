// Every kind of question to engine.wasm about one profile, and what must hold of its answers.
import assert from 'node:assert/strict';

// Fields of Header in proto/engine.proto.
const [QUESTION, PROFILE] = [1, 3];
export const [FLAME_ANSWER, TOP_ANSWER, REFUSAL] = [20, 21, 25];

const EXPORTS = ['svg', 'folded', 'speedscope', 'csv', 'markdown', 'dot', 'callgrind', 'pprof'];
const SHAPES = ['', 'tree=inverted', 'recursion=folded&order=name', 'packages=folded', 'tree=callers&pivot=1'];

// {header field: body} of each. `number` stands for a name, a box or a row, which need not exist.
function everyQuestion(query, number) {
  const about = (field, more = {}) => ({ [field]: { ...(query ? { 1: query } : {}), ...more } });
  return [
    about(11, { 4: '.' }),
    about(12, { 2: 'main|a' }),
    about(13, { 2: '.', 3: number }),
    about(13, { 5: number }),
    about(14, { 2: number }),
    ...[0, 1, 2, 3, 4].map((by) => about(19, { 2: by })),
    about(50),
    about(51, { 2: 'bytes' }),
    { 52: {} },
    about(53, { 2: number }),
    about(15),
    ...EXPORTS.map((what) => about(16, { 2: what })),
    about(71),
    about(74),
    ...[0, 1, 2, 3].map((by) => about(75, { 3: by })),
    { 76: { 3: number } },
    { 78: {} },
  ];
}

const sum = (column) => column.reduce((total, value) => total + value, 0n);

// The root's cost is that of all boxes together, where all of them are in the answer.
function assertFlameAddsUp({ fields, columns }) {
  if (!fields[FLAME_ANSWER]) return;
  const { node, parent, flat, cum } = columns;
  assert.ok(node.length > 0, 'there is a root');
  assert.ok(parent.subarray(1).every((above, i) => above <= i), 'parents come first');
  const whole = columns.flags.every((flags) => !(flags & 2));
  if (whole) assert.equal(sum(flat), cum[0], 'the boxes add up to the root');
}

// Asks everything of an open profile; all that is asked is answered or refused.
export function askEverything(engine, profile, number = 1, query = '') {
  const shapes = SHAPES.map((shape) => ({ 10: [query, shape].some(Boolean) ? { 1: [query, shape].filter(Boolean).join('&') } : {} }));
  const questions = [...shapes, ...everyQuestion(query, number)];
  questions.forEach((question, i) => {
    engine.ask({ [QUESTION]: i + 1, [PROFILE]: profile, ...question });
    const answers = engine.take().filter(({ fields }) => fields[QUESTION]);
    assert.deepEqual(answers.map(({ fields }) => fields[QUESTION][0]), [BigInt(i + 1)], JSON.stringify(question));
    assertFlameAddsUp(answers[0]);
  });
  for (const kind of ['info', 'top', 'flame', 'diff']) engine.json(profile, kind, query);
}
