import { isCollection, isScalar } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { TextEdit } from '../contract/text.ts';
import { pairOf } from './front-matter-yaml.ts';
import type { HeaderMap } from './front-matter-yaml.ts';
import { fieldNames } from './post-fields.ts';
import type { FieldName } from './post-fields.ts';
import { extentOf } from './yaml-scalar-edit.ts';

type Pair = HeaderMap['items'][number];

/** Places for a key that the header lacks, best first: beside the known keys in their usual order, else at the end. */
export function newKeyEdits(
  map: HeaderMap | undefined,
  text: string,
  name: FieldName,
  value: string,
): readonly TextEdit[] {
  const first = map?.items[0];
  const last = map?.items.at(-1);
  if (map === undefined || first === undefined || last === undefined) {
    return map?.flow === true
      ? [insertAt(map.range[0] + 1, `${name}: ${value}`)]
      : [insertAt(text.length, `${text === '' || text.endsWith('\n') ? '' : '\n'}${name}: ${value}\n`)];
  }
  if (map.flow === true) return [insertAt(pairEnd(last, text), `, ${name}: ${value}`)];

  const indent = ' '.repeat(first.key.range[0] - lineStart(text, first.key.range[0]));
  const after = (pair: Pair): TextEdit =>
    insertAt(lineEnd(text, pairEnd(pair, text)), `\n${indent}${name}: ${value}`);
  const order = fieldNames.indexOf(name);
  const earlier = fieldNames.slice(0, order).findLast((key) => pairOf(map, key) !== undefined);
  const neighbour = earlier && pairOf(map, earlier);
  const top = insertAt(lineStart(text, first.key.range[0]), `${indent}${name}: ${value}\n`);
  return [neighbour === undefined ? top : after(neighbour), after(last), top];
}

const insertAt = (at: number, insert: string): TextEdit => ({ from: at, to: at, insert });

/** Where the last character of a pair stands, comments behind it aside. */
function pairEnd(pair: Pair, text: string): number {
  const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
  const keyEnd = colon === undefined ? pair.key.range[1] : colon.offset + 1;
  return pair.value === null ? keyEnd : Math.max(keyEnd, nodeEnd(pair.value, text));
}

function nodeEnd(node: ParsedNode, text: string): number {
  if (isScalar(node) && node.range[0] === node.range[1]) return node.range[0];
  if (!isCollection(node) || node.flow === true) return extentOf(node, text).to;
  const last = node.items.at(-1);
  if (last === undefined) return node.range[1];
  return 'key' in last ? pairEnd(last, text) : nodeEnd(last, text);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
