import type { TextEdit } from '../../contract/text.ts';
import { passagesOf, plainText } from './plain-text.ts';
import type { DialectRule } from './rule.ts';

/** `https://example.com` in the text, for engines that make no link of it. */
export const bareLinks: DialectRule = ({ tokens }) =>
  passagesOf(tokens).flatMap((passage) => {
    const edits: TextEdit[] = [];
    const text = plainText(passage);
    let at = 0;
    passage.tokens.forEach(({ token }, index) => {
      if (token.type !== 'link_open' || token.markup !== 'linkify') return;
      const shown = passage.tokens[index + 1]?.token.content ?? '';
      const found = shown === '' ? -1 : text.indexOf(shown, at);
      const [from, to] = [passage.offsetOf(found), passage.offsetOf(found + shown.length)];
      if (found < 0 || from === undefined || to === undefined) return;
      at = found + shown.length;
      const plain = /^(?:https?:\/\/)[!-~]+$/.test(shown) && !/[<>]/.test(shown);
      edits.push({ from, to, insert: plain ? `<${shown}>` : `[${shown}](${String(token.attrGet('href'))})` });
    });
    return edits;
  });
