// The flame graph on screen, and what its numbers must be.
import assert from 'node:assert/strict';
import { plain } from './visit.mjs';

export const right = ({ rect }) => rect.x + rect.w;

export const boxes = (visit) => visit.all('box');

// Boxes wide enough to be met by a pointer, the widest first; the root is left out.
export async function wideBoxes(visit, least = 60) {
  const all = await boxes(visit);
  const root = rootBox(all);
  return all
    .filter((box) => box !== root && !isStrip(box) && box.rect.w >= least)
    .sort((a, b) => b.rect.w - a.rect.w);
}

// Neighbours too narrow to be told apart.
const isStrip = ({ name }) => /^[\d\u2009]+ small boxes$/.test(name);

export const rootBox = (all) => all.reduce((a, b) => (b.rect.w > a.rect.w + 0.5 ? b : a));

// A box that is wide, but not as wide as the graph, so that zooming to it changes the picture.
export async function zoomable(visit) {
  const all = await boxes(visit);
  const full = rootBox(all).rect.w;
  const found = all.filter(({ rect }) => rect.w < full * 0.7 && rect.w > full * 0.15);
  assert.ok(found.length > 0, 'a box between 15 and 70 % of the graph');
  return found.sort((a, b) => b.rect.w - a.rect.w)[0];
}

export const assertNear = (actual, expected, what, within = 1.5) =>
  assert.ok(Math.abs(actual - expected) <= within, `${what}: ${actual}, expected ${expected}`);

export const assertSamePlace = (actual, expected, what) => {
  for (const side of ['x', 'y', 'w', 'h'])
    assertNear(actual.rect[side], expected.rect[side], `${what}, ${side}`);
};

// The same box again after the picture has changed: by name and value, the nearest one.
export async function again(visit, box) {
  const same = (await boxes(visit)).filter(
    ({ name, value }) => name === box.name && value === box.value,
  );
  assert.ok(same.length > 0, `the box of ${box.name} is on screen`);
  const distance = ({ rect }) =>
    Math.abs(rect.y - box.rect.y) * 1000 + Math.abs(rect.x - box.rect.x);
  return same.sort((a, b) => distance(a) - distance(b))[0];
}

// The cost of all stacks that have a frame which fits `pattern`: every stack once, however many fit.
export function matchedTotal(answer, pattern) {
  const byId = new Map(answer.boxes.map((box) => [box.id, box]));
  const fits = (box) => pattern.test(box.name);
  const hasFittingAncestor = (box) => {
    for (let at = byId.get(box.parent); at; at = byId.get(at.parent)) if (fits(at)) return true;
    return false;
  };
  return answer.boxes
    .filter((box) => box.parent !== null && fits(box) && !hasFittingAncestor(box))
    .reduce((sum, box) => sum + BigInt(box.cum), 0n);
}

export const share = (part, whole) => (100 * Number(part)) / Number(whole);

// The words on screen as one text.
export const words = async (visit) =>
  plain(
    (await visit.snapshot())
      .filter(({ role }) => role !== 'box' && role !== 'row')
      .map(({ name, value }) => [name, value].filter(Boolean).join(' '))
      .join('\n'),
  );
