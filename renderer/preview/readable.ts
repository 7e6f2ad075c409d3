/** A piece of a block that is in the source as it reads: a text, or an image's description. */
export interface Readable {
  readonly node: Node;
  readonly text: string;
}

/** In the order of the source. */
export function readableIn(nodes: readonly Node[]): readonly Readable[] {
  const found: Readable[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) found.push({ node, text: node.nodeValue ?? '' });
    else if (node.nodeName === 'IMG') found.push({ node, text: (node as HTMLImageElement).alt });
    else node.childNodes.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}
