/**
 * The kinds of raw HTML block that end at a pattern, even across blank lines (CommonMark 0.31, section 4.6, kinds 1 to 5).
 * `hidden` ones show nothing, so what is cut from them for its length shows nothing either.
 */
export const rawHtmlKinds: readonly {
  readonly starts: RegExp;
  readonly ends: RegExp;
  readonly hidden: boolean;
}[] = [
  {
    starts: /^ {0,3}<(?:script|style)(?=[\s>]|$)/i,
    ends: /<\/(?:script|pre|style|textarea)>/i,
    hidden: true,
  },
  {
    starts: /^ {0,3}<(?:pre|textarea)(?=[\s>]|$)/i,
    ends: /<\/(?:script|pre|style|textarea)>/i,
    hidden: false,
  },
  { starts: /^ {0,3}<!--/, ends: /-->/, hidden: true },
  { starts: /^ {0,3}<\?/, ends: /\?>/, hidden: true },
  { starts: /^ {0,3}<![A-Za-z]/, ends: />/, hidden: true },
  { starts: /^ {0,3}<!\[CDATA\[/, ends: /\]\]>/, hidden: true },
];
