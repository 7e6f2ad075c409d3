/**
 * What a block's HTML owes to the rest of the document (the number of a footnote, the anchor of a heading) is left open in a
 * template and filled in last, so that a renumbering never parses anything again. The two marks are noncharacters, which
 * `cleanText` takes out of every source, so no text of an author can forge a hole, and the sanitizer knows an id of our own.
 */
const open = '\uFDD0';
const close = '\uFDD1';

/**
 * `h` anchor of a heading, `a` link within the document, `m` address of an image, `n` `r` `i` number, link and id of a
 * reference to a footnote, `t` the table of contents.
 */
export type HoleKind = 'h' | 'a' | 'm' | 'n' | 'r' | 'i' | 't';

/** `index` counts what the hole is about within its block, from 0. */
export const hole = (kind: HoleKind, index: number): string => `${open}${kind}${index}${close}`;

const holes = /\uFDD0([hamnrit])(\d+)\uFDD1/g;
const wholeHole = /^\uFDD0[hamnrit]\d+\uFDD1$/;

/** True when the text is exactly one hole, as an attribute value of ours is. */
export const isHole = (text: string): boolean => wholeHole.test(text);

/** `fill` gives text that is escaped for HTML already. */
export const fillHoles = (template: string, fill: (kind: HoleKind, index: number) => string): string =>
  template.includes(open)
    ? template.replace(holes, (_, kind: string, index: string) => fill(kind as HoleKind, Number(index)))
    : template;

const unclean = /[\0\r\uFDD0-\uFDEF]/;

/** NUL and noncharacters become U+FFFD, a stray carriage return a space; lengths stay as they are. */
export const cleanText = (text: string): string =>
  unclean.test(text) ? text.replace(/\r/g, ' ').replace(/[\0\uFDD0-\uFDEF]/g, '\uFFFD') : text;

const references = /&#(?:x0*(fd[de][0-9a-f])(?![0-9a-f])|0*(6\d{4})(?!\d));?/gi;

/** The same for raw HTML, where a character reference would become a noncharacter only after it was parsed. */
export const cleanRawHtml = (html: string): string =>
  html.includes('&#')
    ? html.replace(references, (whole, hex: string | undefined, decimal: string | undefined) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code >= 0xfdd0 && code <= 0xfdef ? '\uFFFD' : whole;
      })
    : html;
