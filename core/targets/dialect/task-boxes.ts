import type { DialectRule } from './rule.ts';

/** `- [x] task`, for engines that show the brackets. */
export const taskBoxes: DialectRule = ({ tokens }) =>
  tokens.flatMap(({ token, content, offsetOf }) => {
    const from = token.type === 'task_open' ? offsetOf(0) : undefined;
    if (from === undefined || !/^\[[ xX]\]/.test(content)) return [];
    const checked = token.info === 'x' ? ' checked' : '';
    return [{ from, to: from + '[ ]'.length, insert: `<input type="checkbox" disabled${checked}>` }];
  });
