/** The closed fold that hides a node; undefined for what is seen, as a fold's own summary is. */
export function foldOver(node: Node): Element | undefined {
  for (let inner = node, outer = node.parentElement; outer !== null; outer = outer.parentElement) {
    if (outer.nodeName === 'DETAILS' && !outer.hasAttribute('open') && inner.nodeName !== 'SUMMARY')
      return outer;
    inner = outer;
  }
  return undefined;
}

/** Opens all that a node is folded into. */
export function unfold(node: Node): void {
  for (let fold = foldOver(node); fold !== undefined; fold = foldOver(fold)) fold.setAttribute('open', '');
}
