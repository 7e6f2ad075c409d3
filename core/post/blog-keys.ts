import { isScalar } from 'yaml';
import type { ParsedNode } from 'yaml';

const anything = (): boolean => true;

/** The keys Fude knows. The rest of the file belongs to whoever wrote it. */
export const blogKeys: Readonly<Record<string, (value: string) => boolean>> = {
  title: anything,
  tagline: anything,
  description: anything,
  author: anything,
  url: (value) => /^https?:\/\/[^\s/?#@<>"]+(?:\/[^\s?#<>"]*)?$/i.test(value),
  language: (value) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value),
  timeZone: (value) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
    } catch {
      // An unknown zone is told by a RangeError; it is reported like every other bad value.
      return false;
    }
  },
  dateFormat: anything,
};

/** Addresses are put together with slashes of Fude's own. */
export const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** What a key's value says, trimmed; empty when it is, undefined for lists and maps. */
export function scalarText(node: ParsedNode | null): string | undefined {
  if (node === null) return '';
  if (!isScalar(node)) return undefined;
  if (node.value === null) return '';
  return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim();
}
