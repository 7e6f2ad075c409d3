import { frontMatterRange } from '../contract/front-matter-range.ts';
import type { TextSource } from '../contract/text.ts';
import { LeafReader } from './leaf-reader.ts';
import type { Leaf } from './leaf.ts';

/** All leaves of a text, without its front matter. */
export const readLeaves = (source: TextSource): Leaf[] => {
  const reader = new LeafReader(source, 1024);
  const leaves: Leaf[] = [];
  let leaf = reader.read(bodyLine(source), undefined);
  while (leaf !== undefined) {
    leaves.push(leaf);
    leaf = reader.read(leaf.line + leaf.height, leaf.exit);
  }
  return leaves;
};

/** The 1-based line on which the body starts; one past the last line when there is no body. */
export const bodyLine = (source: TextSource): number => {
  const header = frontMatterRange(source);
  if (header === undefined) return 1;
  const closing = source.lineAt(header.to);
  return header.to === closing.from ? closing.number : closing.number + 1;
};
