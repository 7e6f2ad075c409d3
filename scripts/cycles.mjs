/**
 * One cycle for every edge that closes one, in a depth-first walk.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} each begins and ends with the same node
 */
export function findCycles(graph) {
  /** @type {string[][]} */
  const cycles = [];
  /** @type {string[]} */
  const path = [];
  const done = new Set();
  const visit = (/** @type {string} */ node) => {
    const at = path.indexOf(node);
    if (at !== -1) cycles.push([...path.slice(at), node]);
    if (at !== -1 || done.has(node)) return;
    path.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    path.pop();
    done.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return cycles;
}
