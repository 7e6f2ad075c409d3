import type { TextSource } from './text.ts';

export interface FrontMatterRange {
  /** First character of the opening fence; always 0. */
  readonly from: number;
  /** Just after the line end of the closing fence (or the end of the text): where the body starts. */
  readonly to: number;
  readonly kind: 'yaml' | 'toml';
}

/** A header longer than this (in characters) is body text that starts with a rule. */
const longest = 65_536;

const fences = { yaml: /^(?:---|\.\.\.)[ \t]*$/, toml: /^\+\+\+[ \t]*$/ } as const;

/**
 * Where the front matter of a post lies: a `---` or `+++` on the first line, closed by the same fence (YAML also by `...`).
 * Undefined when there is none or it is never closed. Reads no more than the header, or 64 KB.
 */
export const frontMatterRange = (source: TextSource): FrontMatterRange | undefined => {
  const kind = openingFence(source);
  if (kind === undefined) return undefined;
  for (let number = 2; number <= source.lines; number++) {
    const line = source.line(number);
    if (line.to > longest) return undefined;
    if (closesHeader(kind, line.text)) return { from: 0, to: Math.min(line.to + 1, source.length), kind };
  }
  return undefined;
};

/** Of which kind a fence on the first line would be, whether it is closed or not. */
export function openingFence(source: TextSource): FrontMatterRange['kind'] | undefined {
  const first = source.line(1).text;
  if (/^---[ \t]*$/.test(first)) return 'yaml';
  return fences.toml.test(first) ? 'toml' : undefined;
}

/** Whether a line is the end of a header of this kind. */
export const closesHeader = (kind: FrontMatterRange['kind'], line: string): boolean =>
  fences[kind].test(line);
