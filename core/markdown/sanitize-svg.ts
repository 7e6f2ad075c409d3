import { html as htmlSpec, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escapeAttribute, escapeText } from './escape-html.ts';
import type { SanitizeRules } from './sanitize-options.ts';
import { allowsAttribute } from './sanitize-rules.ts';
import {
  allowedSvg,
  allowsSvgAttribute,
  isPresentation,
  namedIn,
  textualSvg,
  unwrappedSvg,
} from './svg-rules.ts';
import { styleOf, svgRules } from './svg-style.ts';
import { mayName } from './svg-weight.ts';

/** A drawing while it is written. */
interface Drawing {
  readonly root: Tree.Element;
  readonly rules: SanitizeRules;
  readonly styles: ReturnType<typeof svgRules>;
  /** Elements may name others. */
  readonly names: boolean;
  readonly out: string[];
}

/**
 * An `<svg>` as far as it only draws: no script, no handler, no HTML, nothing that moves, and no address but the names of its
 * own elements. Its styles become attributes. Elements nested deeper than `deepest` are left out.
 */
export const svgHtml = (root: Tree.Element, rules: SanitizeRules, deepest: number): string => {
  const drawing = { root, rules, styles: svgRules(sheetsIn(root, deepest)), names: mayName(root), out: [] };
  write(root, drawing, deepest);
  // Nothing but its two tags would only take room.
  return drawing.out.length > 2 ? drawing.out.join('') : '';
};

const write = (element: Tree.Element, drawing: Drawing, deepest: number): void => {
  const { tagName: name } = element;
  if (element.namespaceURI !== htmlSpec.NS.SVG || deepest <= 0) return;
  const { out } = drawing;
  if (unwrappedSvg.has(name)) {
    writeAll(element, drawing, deepest - 1);
    return;
  }
  if (!allowedSvg.has(name)) return;
  const attributes = [...attributesOf(element, drawing)];
  if (name === 'use' && !attributes.some(([key]) => key === 'href')) return;
  out.push(`<${name}${attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')}>`);
  // A parser reads HTML in these two.
  if (name === 'title' || name === 'desc') out.push(escapeText(textIn(element, deepest)));
  else writeAll(element, drawing, deepest - 1);
  out.push(`</${name}>`);
};

const writeAll = (element: Tree.Element, drawing: Drawing, deepest: number): void => {
  for (const node of element.childNodes) {
    if ('tagName' in node) write(node, drawing, deepest);
    else if (node.nodeName === '#text' && textualSvg.has(element.tagName))
      drawing.out.push(escapeText(node.value));
  }
};

const attributesOf = (element: Tree.Element, drawing: Drawing): Map<string, string> => {
  const { rules, styles, root } = drawing;
  const isRoot = element === root;
  const kept = new Map<string, string>();
  const keep = (name: string, value: string): void => {
    const named = namedIn(element.tagName, name, value);
    if (named !== undefined) {
      const id = rules.reference(named.id);
      if (!drawing.names) kept.delete(name);
      else
        kept.set(
          name,
          name === 'href' ? `#${id}` : `url(#${id})${named.rest === '' ? '' : ` ${named.rest}`}`,
        );
    } else if (allowsSvgAttribute(isRoot, name, value) || allowsAttribute('svg', name, value))
      kept.set(name, value);
  };
  for (const { name, value } of element.attrs) {
    if (name === 'id') {
      const id = rules.id(value);
      if (id !== undefined) kept.set('id', id);
    } else if (name === 'aria-labelledby' || name === 'aria-describedby') {
      kept.set(name, value.trim().split(/\s+/).map(rules.reference).join(' '));
    } else if (name !== 'style' && name !== 'class') keep(name, value);
  }
  for (const [name, value] of styleOf(element, styles)) if (isPresentation(name)) keep(name, value);
  return kept;
};

const sheetsIn = (element: Tree.Element, deepest: number): string[] =>
  element.childNodes.flatMap((node) => {
    if (!('tagName' in node) || deepest <= 0) return [];
    return node.tagName === 'style' ? [textIn(node, deepest)] : sheetsIn(node, deepest - 1);
  });

const textIn = (element: Tree.Element, deepest: number): string =>
  element.childNodes
    .map((node) => {
      if (node.nodeName === '#text') return (node as Tree.TextNode).value;
      return 'tagName' in node && deepest > 0 ? textIn(node, deepest - 1) : '';
    })
    .join('');
