import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { tagsInText } from './post-fields.ts';
import type { FieldName, PostFields } from './post-fields.ts';
import { yamlDocument } from './yaml-document.ts';
import type { YamlTrouble } from '../contract/yaml-trouble.ts';

export type HeaderMap = YAMLMap.Parsed;
export type ParsedYaml =
  /** `map` is undefined for a header that holds nothing but comments. */
  | { readonly kind: 'ok'; readonly map: HeaderMap | undefined }
  /** `line` is 1-based in the text given. */
  | { readonly kind: 'broken'; readonly line: number; readonly reason: YamlTrouble };

/** Parses a header into nodes that know their place; no value but those of the known keys is ever looked at. */
export function parseYaml(text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const broken = (reason: YamlTrouble, at: number): ParsedYaml => ({
    kind: 'broken',
    line: lineCounter.linePos(at).line,
    reason,
  });
  const document = yamlDocument(text, lineCounter);
  if (document.kind === 'broken') return broken(document.reason, document.at);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { kind: 'ok', map: undefined };
  if (!isMap(contents)) return broken('no-keys', contents.range[0]);
  const seen = new Set<unknown>();
  for (const { key } of contents.items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) return broken('key-twice', key.range[0]);
    seen.add(key.value);
  }
  return { kind: 'ok', map: contents };
}

export function pairOf(map: HeaderMap, name: FieldName): HeaderMap['items'][number] | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

export function yamlFields(map: HeaderMap | undefined): PostFields {
  const node = (name: FieldName): ParsedNode | null | undefined => map && pairOf(map, name)?.value;
  const text = (name: FieldName): string | undefined => scalarValue(node(name));
  return {
    title: text('title'),
    date: text('date'),
    updated: text('updated'),
    tags: tagsOf(node('tags')),
    slug: text('slug'),
    // YAML 1.1, which Jekyll and Hexo speak, has more words for it.
    draft: /^(?:true|yes|on)$/i.test(text('draft') ?? ''),
    description: text('description'),
    image: text('image'),
  };
}

/** A scalar as the author wrote it (`1.10` and dates included), undefined when it is empty or no scalar. */
export function scalarValue(node: ParsedNode | null | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const written = typeof node.value === 'string' ? node.value : (node.source ?? '');
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const text = isBlock ? written.replace(/\n+$/, '') : written;
  return text === '' ? undefined : text;
}

function tagsOf(node: ParsedNode | null | undefined): readonly string[] {
  if (!isSeq(node)) return tagsInText(scalarValue(node) ?? '');
  return node.items.map((item) => scalarValue(item)).filter((tag) => tag !== undefined);
}
