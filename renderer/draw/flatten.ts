/** Handed down from an element to those in it. */
const inherited = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'marker-start',
  'marker-end',
  'visibility',
];
/** Each element's own, with what it is unless somebody says otherwise. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'alignment-baseline': 'auto',
  'clip-path': 'none',
  mask: 'none',
};
/** White around the drawing, in pixels. */
const margin = 8;

/**
 * Writes a drawing that is in the document as SVG that needs no style sheet: what its styles come to stands in attributes. It
 * lies on white paper, so that it can be read on any page.
 */
export function flatten(root: SVGSVGElement): string {
  // Read before anything is written: every attribute would have the styles computed anew.
  const styles = new Map([root, ...root.querySelectorAll('*')].map((element) => [element, styleOf(element)]));
  for (const [element, style] of styles) {
    if (style === undefined) element.remove();
    else for (const [name, value] of style) element.setAttribute(name, value);
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    element.removeAttribute('class');
    element.removeAttribute('style');
    for (const name of element.getAttributeNames())
      if (name.startsWith('data-')) element.removeAttribute(name);
  }
  onPaper(root);
  return new XMLSerializer().serializeToString(root);
}

/** The attributes an element needs; undefined for one that is not shown. */
function styleOf(element: Element): readonly (readonly [string, string])[] | undefined {
  if (element.localName === 'style') return undefined;
  const style = getComputedStyle(element);
  if (style.display === 'none' && element.closest('defs, marker') === null) return undefined;
  const parent = element.parentElement === null ? undefined : getComputedStyle(element.parentElement);
  const isRoot = element.localName === 'svg';
  const found: (readonly [string, string])[] = [];
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (isRoot || value !== parent?.getPropertyValue(name) || element.hasAttribute(name))
      found.push([name, inDrawing(value)]);
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) found.push([name, inDrawing(value)]);
  }
  return found;
}

/** Names of elements are computed to whole addresses. */
const inDrawing = (value: string): string => value.replace(/url\("?[^")]*#([^")]*)"?\)/g, 'url(#$1)');

function onPaper(root: SVGSVGElement): void {
  const box = root.viewBox.baseVal;
  const drawn = root.getBBox();
  const [x, y] = [Math.floor(box.x || drawn.x) - margin, Math.floor(box.y || drawn.y) - margin];
  const width = Math.ceil(box.width || drawn.width) + 2 * margin;
  const height = Math.ceil(box.height || drawn.height) + 2 * margin;
  root.setAttribute('viewBox', [x, y, width, height].join(' '));
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill: '#fff', stroke: 'none' }))
    paper.setAttribute(name, String(value));
  root.prepend(paper);
}
