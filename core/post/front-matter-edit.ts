import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { TextEdit, TextSource } from '../contract/text.ts';
import { headerText } from './front-matter-header.ts';
import { pairOf, parseYaml, yamlFields } from './front-matter-yaml.ts';
import type { HeaderMap } from './front-matter-yaml.ts';
import { fieldNames, isEmptyField, sameField } from './post-fields.ts';
import type { FieldName, PostFields } from './post-fields.ts';
import { withEdits } from './text-edits.ts';
import { openHeader } from './open-header.ts';
import { listEdits } from './yaml-list-edit.ts';
import { afterColon, emptyScalarEdits, scalarEdits } from './yaml-scalar-edit.ts';
import type { ScalarPlace } from './yaml-scalar-edit.ts';
import { newKeyEdits } from './yaml-new-key.ts';
import { freshList, freshScalar } from './yaml-text.ts';

/**
 * The edits that give a field another value, sorted and without overlap; none when it has that value already, when the
 * header is TOML or broken, or when the key holds something that is no simple value.
 *
 * Only the value's characters change: its style of quotes and lists, comments and every other key stay. A missing key
 * is added where an author would look for it, a missing header above the text; clearing empties the value and leaves
 * the key. Strings are trimmed. Each way of writing is read back before it is chosen.
 */
export function setField<Name extends FieldName>(
  source: TextSource,
  name: Name,
  value: PostFields[Name],
): readonly TextEdit[] {
  const wanted: PostFields[FieldName] = typeof value === 'string' ? value.trim() || undefined : value;
  const header = headerText(source);
  if (header === undefined) return newHeader(source, name, wanted);
  if (header.kind === 'toml') return [];
  const parsed = parseYaml(header.text);
  if (parsed.kind === 'broken') return [];
  const fields = yamlFields(parsed.map);
  if (sameField(fields[name], value) || sameField(fields[name], wanted)) return [];
  for (const edits of waysToSet(parsed.map, header.text, name, wanted)) {
    if (readsAs(withEdits(header.text, edits), { ...fields, [name]: wanted })) {
      return edits.map((edit) => ({
        from: edit.from + header.from,
        to: edit.to + header.from,
        insert: edit.insert,
      }));
    }
  }
  return [];
}

function newHeader(source: TextSource, name: FieldName, value: PostFields[FieldName]): readonly TextEdit[] {
  // A header that is not closed yet, or too long to be one: another above it would make it body text.
  if (isEmptyField(value) || openHeader(source) !== undefined) return [];
  return [{ from: 0, to: 0, insert: `---\n${name}: ${freshValue(name, value)}\n---\n\n` }];
}

function waysToSet(
  map: HeaderMap | undefined,
  text: string,
  name: FieldName,
  value: PostFields[FieldName],
): readonly (readonly TextEdit[])[] {
  const pair = map && pairOf(map, name);
  if (pair === undefined) {
    return newKeyEdits(map, text, name, freshValue(name, value)).map((edit) => [edit]);
  }
  const where: ScalarPlace = { place: map?.flow === true ? 'flow' : 'block', kind: kindOf(name) };
  const node: ParsedNode | null = pair.value;
  const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind')?.offset;
  const isEmpty = node === null || (isScalar(node) && node.range[0] === node.range[1]);
  if (typeof value === 'boolean') {
    if (isEmpty) return colon === undefined ? [] : [[afterColon(colon, text, String(value))]];
    return isScalar(node) ? [[{ from: node.range[0], to: node.range[1], insert: String(value) }]] : [];
  }
  if (typeof value === 'object') {
    if (isEmpty) return colon === undefined ? [] : [[afterColon(colon, text, freshList(value))]];
    if (isSeq(node)) return listEdits(node, text, value, colon);
    return isMap(node) ? [] : listInScalar(node, text, value, where);
  }
  if (isEmpty)
    return colon === undefined ? [] : emptyScalarEdits(colon, text, value ?? '', where).map((edit) => [edit]);
  if (!isScalar(node) && !isAlias(node)) return [];
  return scalarEdits(node, text, value ?? '', where).map((edit) => [edit]);
}

/** `tags: a, b` stays one string; a single tag becomes a list when it gets company, since engines read commas as text. */
function listInScalar(
  node: ParsedNode,
  text: string,
  values: readonly string[],
  where: ScalarPlace,
): readonly (readonly TextEdit[])[] {
  const [from, to] = node.range;
  const asText = scalarEdits(node, text, values.join(', '), where).map((edit) => [edit]);
  const asList = [[{ from, to, insert: freshList(values) }]];
  const staysText = values.length < 2 || text.slice(from, to).includes(',');
  return staysText ? [...asText, ...asList] : asList;
}

const kindOf = (name: FieldName): 'text' | 'date' =>
  name === 'date' || name === 'updated' ? 'date' : 'text';

function freshValue(name: FieldName, value: PostFields[FieldName]): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return freshList(value);
  return freshScalar(value ?? '', 'block', kindOf(name));
}

function readsAs(text: string, wanted: PostFields): boolean {
  const parsed = parseYaml(text);
  if (parsed.kind === 'broken') return false;
  const read = yamlFields(parsed.map);
  return fieldNames.every((name) => sameField(read[name], wanted[name]));
}
