// Call graphs, laid out by dagre. Numbers come and go as text (LayoutQuestion and ReadLayout in
// src/session/call_graph.h): lengths come in px and go back in tenths.
import { Graph, layout } from '@dagrejs/dagre';
import { layOutInRows } from './rows_layout.js';

const NODE_GAP = 28;
const ROW_GAP = 52;
const LABEL_HEIGHT = 16;

// Labels are small nodes to dagre, and calls over many rows are a chain of such, so its time grows
// with both. These bounds keep it to a second or two; what is larger is laid out in plain rows.
const MOST_LABELLED = 400;
const MOST_EDGES = 900;
const MOST_NODES = 320;

function read(text) {
  const [head, ...lines] = text.split('\n');
  const [count, width, height] = head.split(' ').map(Number);
  const edges = lines.map((line) => {
    const [from, to, weight, label] = line.split(' ').map(Number);
    return { from, to, weight, label };
  });
  return { count, width, height, edges };
}

function layOutByDagre({ count, width, height, edges }) {
  const labelled = edges.length <= MOST_LABELLED;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: NODE_GAP, ranksep: ROW_GAP, edgesep: 14, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (let i = 0; i < count; i++) graph.setNode(String(i), { width, height });
  edges.forEach(({ from, to, weight, label }, i) => {
    const size = labelled ? { width: label, height: LABEL_HEIGHT, labelpos: 'c' } : {};
    graph.setEdge(String(from), String(to), { weight, ...size }, String(i));
  });
  layout(graph);
  const { width: w, height: h } = graph.graph();
  return {
    w,
    h,
    nodes: Array.from({ length: count }, (_, i) => graph.node(String(i))),
    edges: edges.map(({ from, to }, i) => {
      const { points, x, y } = graph.edge(String(from), String(to), String(i));
      return { points, label: labelled ? { x, y } : null };
    }),
  };
}

const tenths = (value) => Math.round(value * 10);

function write({ w, h, nodes, edges }) {
  const numbers = [w, h, ...nodes.flatMap(({ x, y }) => [x, y])].map(tenths);
  for (const { points, label } of edges) {
    numbers.push(label ? tenths(label.x) : -1, label ? tenths(label.y) : -1, points.length);
    for (const { x, y } of points) numbers.push(tenths(x), tenths(y));
  }
  return numbers.join(' ');
}

// The layout; or '!' and a sentence why there is none.
export function layOut(text) {
  const graph = read(text);
  const small = graph.count <= MOST_NODES && graph.edges.length <= MOST_EDGES;
  try {
    return write(small ? layOutByDagre(graph) : layOutInRows(graph));
  } catch (error) {
    return `!The call graph could not be laid out (${error.message}). A filter makes it smaller.`;
  }
}
