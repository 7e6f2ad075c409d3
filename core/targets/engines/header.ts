/** A value as it is written: a text in quotes, a list of texts, or something that needs none. */
export type HeaderValue =
  | string
  | readonly string[]
  | boolean
  | null
  /** A date, in the engine's own form. */
  | { readonly bare: string };

/** A key of the header; undefined leaves it out. */
export type HeaderEntry = readonly [key: string, value: HeaderValue | undefined];

/**
 * A YAML header. Texts are quoted as JSON, which every YAML parser reads back as the same text, whatever is in them.
 * `kept` are lines as the author wrote them. Undefined and empty values are left out.
 */
export function yamlHeader(entries: readonly HeaderEntry[], kept: readonly string[]): string {
  const lines = entries.flatMap(([key, value]) => linesOf(key, value));
  return ['---', ...lines, ...kept, '---', ''].join('\n');
}

function linesOf(key: string, value: HeaderValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [`${key}: ${quoted(value)}`];
  if (value === null || typeof value === 'boolean') return [`${key}: ${String(value)}`];
  if ('bare' in value) return [`${key}: ${value.bare}`];
  return value.length === 0 ? [] : [`${key}:`, ...value.map((item) => `  - ${quoted(item)}`)];
}

/** JSON leaves characters unescaped that YAML takes for line ends, or does not take at all. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
