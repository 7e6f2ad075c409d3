import type { TextSource } from '../contract/text.ts';
import { headerText } from './front-matter-header.ts';
import { readToml } from './front-matter-toml.ts';
import { parseYaml, yamlFields } from './front-matter-yaml.ts';
import type { PostFields } from './post-fields.ts';
import type { YamlTrouble } from '../contract/yaml-trouble.ts';

/** What stands above a post's text. */
export type FrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'yaml'; readonly fields: PostFields; readonly range: HeaderRange }
  /** Between `+++` fences: shown and kept, never edited from the fields. */
  | { readonly kind: 'toml'; readonly fields: PostFields; readonly range: HeaderRange }
  /** The header is no valid YAML; `line` is 1-based in the post. It is never rewritten. */
  | {
      readonly kind: 'broken';
      readonly line: number;
      readonly reason: YamlTrouble;
      readonly range: HeaderRange;
    };

/** The header with both fences; the body begins at `to`. */
export interface HeaderRange {
  readonly from: number;
  readonly to: number;
}

/** Reads the known fields. Reads no more of the text than the header, runs nothing and expands nothing. */
export function readFrontMatter(source: TextSource): FrontMatter {
  const header = headerText(source);
  if (header === undefined) return { kind: 'none' };
  const { range } = header;
  if (header.kind === 'toml') return { kind: 'toml', fields: readToml(header.text), range };
  const parsed = parseYaml(header.text);
  if (parsed.kind === 'broken')
    return { kind: 'broken', line: parsed.line + 1, reason: parsed.reason, range };
  return { kind: 'yaml', fields: yamlFields(parsed.map), range };
}

/** The known fields, or empty ones where there is no header that can be read. */
export function fieldsOf(frontMatter: FrontMatter): PostFields {
  return frontMatter.kind === 'yaml' || frontMatter.kind === 'toml' ? frontMatter.fields : noFields;
}

const noFields: PostFields = {
  title: undefined,
  date: undefined,
  updated: undefined,
  tags: [],
  slug: undefined,
  draft: false,
  description: undefined,
  image: undefined,
};
