/**
 * Makes the sibling nodes `old` of `parent` equal to `next` and returns the nodes that are there now.
 * `before` is what follows them. Nodes that are equal stay, nodes of the same kind are changed in place, so that images,
 * selections and opened parts survive a key typed beside them. `next` is used up: its nodes move in where they are needed.
 */
export function morph(
  parent: Node,
  old: readonly ChildNode[],
  next: readonly ChildNode[],
  before: ChildNode | null,
): ChildNode[] {
  let start = 0;
  while (start < old.length && start < next.length && same(old[start], next[start])) start++;
  let oldEnd = old.length;
  let nextEnd = next.length;
  while (oldEnd > start && nextEnd > start && same(old[oldEnd - 1], next[nextEnd - 1])) {
    oldEnd--;
    nextEnd--;
  }
  const after = old[oldEnd] ?? before;
  const middle: ChildNode[] = [];
  for (let index = start; index < Math.max(oldEnd, nextEnd); index++) {
    const from = index < oldEnd ? old[index] : undefined;
    const to = index < nextEnd ? next[index] : undefined;
    if (to === undefined) from?.remove();
    else if (from === undefined) middle.push(parent.insertBefore(to, after));
    else if (becomes(from, to)) middle.push(from);
    else {
      from.replaceWith(to);
      middle.push(to);
    }
  }
  return [...old.slice(0, start), ...middle, ...old.slice(oldEnd)];
}

const same = (one: Node | undefined, other: Node | undefined): boolean =>
  one !== undefined && other !== undefined && one.isEqualNode(other);

/** Changes `from` into `to` in place; false when they are of different kinds. */
function becomes(from: ChildNode, to: ChildNode): boolean {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) return false;
  if (isElement(from) && isElement(to)) {
    takeAttributes(from, to);
    morph(from, [...from.childNodes], [...to.childNodes], null);
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue;
  }
  return true;
}

/** By its number, since `instanceof` knows the classes of one window only. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

function takeAttributes(from: Element, to: Element): void {
  // The reader opened or closed it; the text has no say in that.
  const kept = from.nodeName === 'DETAILS' ? 'open' : undefined;
  for (const name of from.getAttributeNames()) {
    if (name !== kept && !to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const attribute of to.attributes) {
    const { name, value } = attribute;
    // A clone keeps the namespace that attributes of SVG may have.
    if (name !== kept && from.getAttribute(name) !== value)
      from.setAttributeNode(attribute.cloneNode() as Attr);
  }
}
