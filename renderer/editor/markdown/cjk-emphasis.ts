import type { InlineContext, InlineParser, MarkdownConfig, MarkdownParser } from '@lezer/markdown';

/** Letters and signs beside which `**` may both open and close, as in the preview: `**「強調」**は`. */
const cjk =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u;
const space = /^\s*$/u;

/** Whether the run of marks from `from` to `to` stands next to CJK text, with no white space at either side. */
function besideCjk(context: InlineContext, from: number, to: number): boolean {
  const before = context.slice(from - 1, from);
  const after = context.slice(to, to + 1);
  return !space.test(before) && !space.test(after) && (cjk.test(before) || cjk.test(after));
}

function endOfRun(context: InlineContext, from: number): number {
  const sign = context.char(from);
  let to = from + 1;
  while (context.char(to) === sign) to += 1;
  return to;
}

/** The parser's own rule for a kind of mark. Its lists are not in its types; a test would notice if they went away. */
function ownRule(parser: MarkdownParser, name: string): InlineParser['parse'] {
  const { inlineNames, inlineParsers } = parser as unknown as {
    readonly inlineNames: readonly string[];
    readonly inlineParsers: readonly InlineParser['parse'][];
  };
  const rule = inlineParsers[inlineNames.indexOf(name)];
  if (rule === undefined) throw new Error(`The Markdown parser has no rule named ${name}`);
  return rule;
}

/** The same context, in which every mark seems to stand between two letters: there it opens and closes. */
const betweenLetters = (context: InlineContext): InlineContext =>
  Object.create(context, { slice: { value: () => 'a' } }) as InlineContext;

/** Emphasis and strikethrough that follow the preview's rule for Chinese, Japanese and Korean text. */
export function cjkEmphasis(parser: MarkdownParser): MarkdownConfig {
  const friendly = (name: string, sign: string): InlineParser => {
    const own = ownRule(parser, name);
    return {
      name,
      parse: (context, next, at) => {
        const ours = next === sign.charCodeAt(0) && besideCjk(context, at, endOfRun(context, at));
        return own(ours ? betweenLetters(context) : context, next, at);
      },
    };
  };
  return { parseInline: [friendly('Emphasis', '*'), friendly('Strikethrough', '~')] };
}
