/** What stands behind the opening of a fence. */
export interface FenceInfo {
  /** The first word, or what is left of it before a title or line numbers. */
  readonly language: string;
  readonly title: string | undefined;
  /** Numbers of the lines to point out, from 1. */
  readonly marked: ReadonlySet<number>;
  /** Lines that start with `+` or `-` are additions and deletions, and the code is coloured by its own language. */
  readonly isDiff: boolean;
}

/** Lines that one range may name. */
const most = 5000;

/**
 * Reads ` ```ts title="a.ts" {1,3-5}` and the ways of other engines: `ts:a.ts` (Qiita, Zenn), `diff ts` or `ts diff`,
 * `ts{1}` (Gatsby), `hl_lines="1 3-5"`. Anything else is passed over.
 */
export const fenceInfo = (info: string): FenceInfo => {
  const words = info.trim();
  // A title may stand where the language would.
  const first = /^[^\s=]*(?![^\s]*=)/.exec(words)?.[0] ?? '';
  const rest = words.slice(first.length);
  const [, name = '', file] = /^([^:{]*)(?::([^{]*))?/.exec(first) ?? [];
  const title = /(?:^|\s)(?:title|filename|name)=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(rest);
  const lines = /\{([\d,\s-]+)\}/.exec(info)?.[1] ?? /hl_lines="([\d\s,-]+)"/.exec(rest)?.[1] ?? '';
  const other = /^\s+([\w+#-]+)/.exec(rest.replace(/\{.*|\S+=.*/, ''))?.[1];
  const isDiff = name === 'diff' ? other !== undefined : other === 'diff';
  return {
    language: name === 'diff' && other !== undefined ? other : name,
    title: (title?.[1] ?? title?.[2] ?? title?.[3] ?? file)?.trim() || undefined,
    marked: numbersIn(lines),
    isDiff,
  };
};

const numbersIn = (list: string): Set<number> => {
  const numbers = new Set<number>();
  for (const part of list.split(/[,\s]+/)) {
    const [from, to = from] = part.split('-').map(Number);
    if (from === undefined || to === undefined || !(from > 0)) continue;
    for (let number = from; number <= to && numbers.size < most; number++) numbers.add(number);
  }
  return numbers;
};
