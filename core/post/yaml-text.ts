/** How strings are written into YAML so that every parser in use, of YAML 1.1 or 1.2, reads the same string. */

/** Valid wherever a value may stand. */
export function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Undefined when the value needs an escape, which single quotes have none of. */
export function singleQuoted(value: string): string | undefined {
  return unprintable.test(value) ? undefined : `'${value.replaceAll("'", "''")}'`;
}

/**
 * The value without quotes, or undefined when some parser would read something else: a number, a date, a yes, a
 * comment, a list. `date` allows what looks like a date.
 */
export function plain(value: string, place: 'block' | 'flow', kind: 'text' | 'date'): string | undefined {
  if (value === '' || value !== value.trim() || unprintable.test(value)) return undefined;
  if (/^[-?:,[\]{}#&*!|>'"%@`=~<]/.test(value) || /:(?:\s|$)|\s#/.test(value)) return undefined;
  if (place === 'flow' && /[,[\]{}]|:["']/.test(value)) return undefined;
  if (/^(?:null|true|false|yes|no|on|off|y|n|\.inf|\.nan)$/i.test(value)) return undefined;
  const numeric = /^[+.\d](?:[\d_.,:xoeEa-fA-F+-]*|[\d-]+[Tt ].*)$/.test(value);
  if (numeric && !(kind === 'date' && /^\d{4}[-/]\d/.test(value))) return undefined;
  return value;
}

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** The safest short spelling of a value that has none yet. */
export function freshScalar(value: string, place: 'block' | 'flow', kind: 'text' | 'date'): string {
  return plain(value, place, kind) ?? doubleQuoted(value);
}

export function freshList(values: readonly string[]): string {
  return `[${values.map((value) => freshScalar(value, 'flow', 'text')).join(', ')}]`;
}
