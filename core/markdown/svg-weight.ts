import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { maxElements } from './limits.ts';
import { namedIn } from './svg-rules.ts';

/** Elements within elements, and names that lead to names, are followed this far. */
const deepest = 400;

/**
 * Whether the elements of a drawing may name others, to be shown again or to be painted with. What is named may name more: a
 * few lines would make millions of elements, and a circle never ends.
 */
export const mayName = (root: Tree.Element): boolean => {
  const byId = new Map<string, Tree.Element>();
  const weights = new Map<Tree.Element, number>();

  const collect = (element: Tree.Element, depth: number): void => {
    const id = element.attrs.find(({ name }) => name === 'id')?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    if (depth < deepest) for (const child of childrenOf(element)) collect(child, depth + 1);
  };

  const weigh = (element: Tree.Element, depth: number): number => {
    const known = weights.get(element);
    if (known !== undefined) return known;
    // Met again before its weight is known, it is part of itself.
    weights.set(element, Number.POSITIVE_INFINITY);
    if (depth > deepest) return Number.POSITIVE_INFINITY;
    const parts = [...childrenOf(element)];
    for (const { name, value } of element.attrs) {
      const named = byId.get(namedIn(element.tagName, name, value)?.id ?? '');
      if (named !== undefined) parts.push(named);
    }
    const weight = parts.reduce((sum, part) => sum + weigh(part, depth + 1), 1);
    weights.set(element, weight);
    return weight;
  };

  collect(root, 0);
  return weigh(root, 0) <= maxElements;
};

const childrenOf = (element: Tree.Element): Tree.Element[] =>
  element.childNodes.filter((node) => 'tagName' in node);
