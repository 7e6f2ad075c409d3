import { tagsInText } from './post-fields.ts';
import type { PostFields } from './post-fields.ts';

/**
 * The known keys of a TOML header, for display: one-line strings, dates, booleans and lists of strings above the first
 * table. Anything beyond that reads as empty; nothing is ever written back.
 */
export function readToml(text: string): PostFields {
  const top = text.split(/^[ \t]*\[/m, 1)[0] ?? '';
  const raw = (name: string): string | undefined => valueAt(top, name);
  const string = (name: string): string | undefined => {
    const value = raw(name);
    return value === undefined ? undefined : stringValue(value);
  };
  /** As it is written, also when it is no day of the calendar: that is for a check to say. */
  const date = (name: string): string | undefined => {
    const value = raw(name) ?? '';
    return /^\d/.test(value) ? value : string(name);
  };
  const tags = raw('tags');
  return {
    title: string('title'),
    date: date('date'),
    updated: date('updated'),
    tags: tags === undefined ? [] : listValue(tags),
    slug: string('slug'),
    draft: raw('draft') === 'true',
    description: string('description'),
    image: string('image'),
  };
}

const strings = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/.source;

function valueAt(text: string, name: string): string | undefined {
  const value = new RegExp(
    `^[ \\t]*(?:${name}|"${name}")[ \\t]*=[ \\t]*(\\[(?:${strings}|[^\\]"'])*\\]|${strings}|[^#\\n]*)`,
    'm',
  );
  return value.exec(text)?.[1]?.trim();
}

function stringValue(value: string): string | undefined {
  if (/^'[^']*'$/.test(value)) return value.slice(1, -1) || undefined;
  if (!/^"(?!"")/.test(value)) return undefined;
  const known: Readonly<Record<string, string>> = {
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
    '"': '"',
    '\\': '\\',
  };
  const unescaped = value
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
      (all, short?: string, long?: string, letter?: string) => {
        const code = Number.parseInt(short ?? long ?? '', 16);
        if (code <= 0x10ffff) return String.fromCodePoint(code);
        return known[letter ?? ''] ?? all;
      },
    );
  return unescaped === '' ? undefined : unescaped;
}

function listValue(value: string): readonly string[] {
  if (!value.startsWith('[')) return tagsInText(stringValue(value) ?? '');
  return (value.match(new RegExp(strings, 'g')) ?? []).map(stringValue).filter((tag) => tag !== undefined);
}
