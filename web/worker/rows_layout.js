// A layout for graphs that are too large for a careful one: callers above what they call, rows ordered
// by where their callers are, calls as plain curves. Its time is that of a few sweeps over all edges.

const NODE_GAP = 28;
const ROW_GAP = 80;
const SWEEPS = 6;
const MARGIN = 8;

// Edges that do not lead back to a node on the way to them.
function forwardEdges({ count, edges }) {
  const out = Array.from({ length: count }, () => []);
  for (const edge of edges) if (edge.from !== edge.to) out[edge.from].push(edge);
  const state = new Uint8Array(count); // 1: on the way, 2: done
  const forward = [];
  for (let root = 0; root < count; root++) {
    if (state[root]) continue;
    const way = [{ node: root, next: 0 }];
    state[root] = 1;
    while (way.length) {
      const top = way[way.length - 1];
      const edge = out[top.node][top.next++];
      if (!edge) {
        state[top.node] = 2;
        way.pop();
      } else if (state[edge.to] !== 1) {
        forward.push(edge);
        if (!state[edge.to]) {
          state[edge.to] = 1;
          way.push({ node: edge.to, next: 0 });
        }
      }
    }
  }
  return forward;
}

// The longest way from a node that nobody calls.
function rowsOf(count, forward) {
  const row = new Int32Array(count);
  const open = new Int32Array(count);
  const out = Array.from({ length: count }, () => []);
  for (const { from, to } of forward) {
    open[to]++;
    out[from].push(to);
  }
  const ready = [...open.keys()].filter((node) => open[node] === 0);
  for (let at = 0; at < ready.length; at++) {
    for (const to of out[ready[at]]) {
      row[to] = Math.max(row[to], row[ready[at]] + 1);
      if (--open[to] === 0) ready.push(to);
    }
  }
  const rows = [];
  for (let node = 0; node < count; node++) (rows[row[node]] ??= []).push(node);
  return Array.from(rows, (nodes) => nodes ?? []);
}

// Puts the nodes of a row beside each other, each as near to the middle of its neighbours as order
// allows.
function place(nodes, wanted, step, x) {
  nodes.sort((a, b) => wanted[a] - wanted[b] || a - b);
  const middle = nodes.reduce((sum, node) => sum + wanted[node], 0) / nodes.length;
  let free = middle - (step * nodes.length) / 2;
  for (const node of nodes) {
    x[node] = Math.max(free, Math.min(wanted[node], free + step * 2));
    free = x[node] + step;
  }
}

export function layOutInRows({ count, width, height, edges }) {
  const forward = forwardEdges({ count, edges });
  const rows = rowsOf(count, forward);
  const step = width + NODE_GAP;
  const x = new Float64Array(count);
  for (const nodes of rows) nodes.forEach((node, i) => (x[node] = (i - nodes.length / 2) * step));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    const sum = new Float64Array(count);
    const weights = new Float64Array(count);
    for (const nodes of down ? rows : [...rows].reverse()) {
      sum.fill(0);
      weights.fill(0);
      for (const { from, to, weight } of forward) {
        const [self, other] = down ? [to, from] : [from, to];
        sum[self] += x[other] * weight;
        weights[self] += weight;
      }
      const wanted = {};
      for (const node of nodes) wanted[node] = weights[node] ? sum[node] / weights[node] : x[node];
      if (nodes.length) place(nodes, wanted, step, x);
    }
  }
  return positions({ count, width, height, edges, rows, x });
}

function positions({ count, width, height, edges, rows, x }) {
  const left = x.reduce((a, b) => Math.min(a, b), Infinity);
  const nodes = Array.from({ length: count });
  rows.forEach((row, i) => {
    for (const node of row) {
      nodes[node] = { x: x[node] - left + width / 2 + MARGIN, y: i * (height + ROW_GAP) + height / 2 + MARGIN };
    }
  });
  return {
    w: nodes.reduce((most, node) => Math.max(most, node.x), 0) + width / 2 + MARGIN,
    h: rows.length * (height + ROW_GAP) - ROW_GAP + 2 * MARGIN,
    nodes,
    edges: edges.map((edge) => ({ points: wayOf(edge, nodes, width, height), label: null })),
  };
}

// Down from one node to the other; back up, or to itself, by the right side.
function wayOf({ from, to }, nodes, width, height) {
  const a = nodes[from];
  const b = nodes[to];
  const half = height / 2;
  if (b.y > a.y) {
    const middle = (b.y - a.y) / 2;
    return [
      { x: a.x, y: a.y + half },
      { x: a.x, y: a.y + middle },
      { x: b.x, y: b.y - middle },
      { x: b.x, y: b.y - half },
    ];
  }
  const side = Math.max(a.x, b.x) + width / 2 + NODE_GAP;
  return [
    { x: a.x + width / 2, y: a.y },
    { x: side, y: a.y },
    { x: side, y: b.y },
    { x: b.x + width / 2, y: b.y },
  ];
}
