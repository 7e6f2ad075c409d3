import { isMap, isScalar, visit } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { TextSource } from '../contract/text.ts';
import { headerText } from './front-matter-header.ts';
import { parseYaml, scalarValue } from './front-matter-yaml.ts';
import { fieldNames } from './post-fields.ts';

/** A key of the front matter that is none of Fude's own. */
export interface OtherKey {
  readonly name: string;
  /** Its lines as written, without the last line end. */
  readonly text: string;
  /** When it is a scalar. */
  readonly value: string | undefined;
  /** 1-based in the post. */
  readonly line: number;
  /** It has an anchor or refers to one: it cannot be understood alone. */
  readonly linked: boolean;
}

/** The keys of a YAML header that Fude does not know, in order; none of a header in braces, which has no lines for them. */
export function otherKeys(source: TextSource): readonly OtherKey[] {
  const header = headerText(source);
  if (header?.kind !== 'yaml') return [];
  const parsed = parseYaml(header.text);
  if (parsed.kind !== 'ok' || !isMap(parsed.map) || parsed.map.flow === true) return [];
  const { items } = parsed.map;
  return items.flatMap((pair, index): readonly OtherKey[] => {
    const { key } = pair;
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || (fieldNames as readonly string[]).includes(name)) return [];
    const from = key.range[0];
    const to = items[index + 1]?.key.range[0] ?? header.text.length;
    const linked = isLinked(key) || isLinked(pair.value);
    return [
      {
        name,
        text: header.text.slice(from, to).trimEnd(),
        value: scalarValue(pair.value),
        line: source.lineAt(header.from + from).number,
        linked,
      },
    ];
  });
}

/** Looks for anchors and aliases without following any. */
function isLinked(node: ParsedNode | null): boolean {
  let found = false;
  visit(node, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
    Node: (_, { anchor }: { anchor?: string }) => {
      if (anchor === undefined) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
