import type { PlacedToken } from '../../markdown/inline-places.ts';
import { positionOf } from '../../markdown/syntax/positions.ts';

/** The text of one paragraph, heading or cell, and its tokens. */
export interface Passage {
  readonly content: string;
  readonly tokens: readonly PlacedToken[];
  readonly offsetOf: PlacedToken['offsetOf'];
}

/** Tokens that stand in the same paragraph. */
export function passagesOf(tokens: readonly PlacedToken[]): readonly Passage[] {
  const passages: { content: string; tokens: PlacedToken[]; offsetOf: PlacedToken['offsetOf'] }[] = [];
  for (const token of tokens) {
    if (token.token.type === 'html_block') continue;
    const last = passages.at(-1);
    if (last?.offsetOf === token.offsetOf) last.tokens.push(token);
    else passages.push({ content: token.content, tokens: [token], offsetOf: token.offsetOf });
  }
  return passages;
}

/**
 * A passage of the same length in which everything is blank that is no text: code, raw HTML, images and the destinations
 * of links.
 */
export function plainText({ content, tokens }: Passage): string {
  let text = content;
  const hide = (from: number, to: number): void => {
    text = text.slice(0, from) + '\0'.repeat(Math.max(0, to - from)) + text.slice(Math.max(from, to));
  };
  for (const { token } of tokens) {
    const at = positionOf(token);
    if (at === undefined) continue;
    if (token.type === 'html_inline') hide(at, at + token.content.length);
    else if (token.type === 'code_inline') hide(at, endOfCode(content, at));
    else if (token.type === 'image') hide(at, endOfLink(content, at + '!['.length + token.content.length));
    else if (token.type === 'link_close' && content[at] === ']') hide(at, endOfLink(content, at));
    else if (token.type === 'link_open' && content[at] === '<') hide(at, content.indexOf('>', at) + 1);
  }
  return text;
}

function endOfCode(content: string, from: number): number {
  const marks = /^`+/.exec(content.slice(from))?.[0] ?? '`';
  const closing = new RegExp(`(?<!\`)${marks}(?!\`)`, 'g');
  closing.lastIndex = from + marks.length;
  return (closing.exec(content)?.index ?? from) + marks.length;
}

/** Behind `](address "title")`, `][label]` or `]`, whichever begins at `from`. */
function endOfLink(content: string, from: number): number {
  const open = content[from + 1];
  if (open !== '(' && open !== '[') return from + 1;
  const close = open === '(' ? ')' : ']';
  let depth = 0;
  for (let at = from + 1; at < content.length; at++) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === open) depth += 1;
    else if (content[at] === close && --depth === 0) return at + 1;
  }
  return content.length;
}
