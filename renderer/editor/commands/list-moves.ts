import { contentColumn, type Marker, type Row } from './list-row.ts';
import { subtree, type Region } from './list-region.ts';

function shift(rows: readonly Row[], by: number): void {
  for (const row of rows) row.indent = Math.max(0, row.indent + by);
}

/** Gives an item another marker; what lies in the item (the rest of `rows`) moves with its text. */
export function setMarker(rows: readonly Row[], marker: Marker): void {
  const [item, ...inner] = rows;
  if (item === undefined) return;
  const before = contentColumn(item);
  item.marker = marker;
  shift(inner, contentColumn(item) - before);
}

/** The marker an item takes in the list of `sibling`: the same sign; numbers are set afterwards. */
function likeSibling(item: Row, sibling: Row): Marker | undefined {
  if (item.marker === undefined || sibling.marker === undefined) return item.marker;
  return { ...sibling.marker, gap: item.marker.gap === 0 ? 0 : Math.max(1, sibling.marker.gap) };
}

function adopt(region: Region, item: Row, sibling: Row): void {
  const marker = likeSibling(item, sibling);
  if (marker !== undefined) setMarker(subtree(region, item), marker);
}

const children = ({ rows }: Region, item: Row | undefined): readonly Row[] =>
  rows.filter((row) => row.marker !== undefined && row.parent === item);

/** Puts an item, with all that is in it, at the end of the item before it. False when there is none to put it in. */
export function indentItem(region: Region, item: Row): boolean {
  const siblings = children(region, item.parent);
  const above = siblings[siblings.indexOf(item) - 1];
  if (above === undefined) return false;
  const last = children(region, above).at(-1);
  shift(subtree(region, item), (last?.indent ?? contentColumn(above)) - item.indent);
  item.parent = above;
  if (last !== undefined) adopt(region, item, last);
  else if (item.marker?.number !== undefined) setMarker(subtree(region, item), { ...item.marker, number: 1 });
  return true;
}

/**
 * Puts an item, with all that is in it, behind the item that it lies in. Its former younger siblings, which stay
 * below it in the text, become its own. False at the outermost level.
 */
export function outdentItem(region: Region, item: Row): boolean {
  const { parent } = item;
  if (parent === undefined) {
    if (item.indent === 0) return false;
    shift(subtree(region, item), -item.indent);
    return true;
  }
  const siblings = children(region, parent);
  const younger = siblings.slice(siblings.indexOf(item) + 1);
  shift(subtree(region, item), parent.indent - item.indent);
  item.parent = parent.parent;
  adopt(region, item, parent);
  const column = children(region, item)[0]?.indent ?? contentColumn(item);
  for (const sibling of younger) {
    shift(subtree(region, sibling), column - sibling.indent);
    sibling.parent = item;
  }
  return true;
}
