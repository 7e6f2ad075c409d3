import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const box = /^\[([ xX])\][ \t\u3000]+(?=\S)/;

/**
 * `- [ ] task` and `- [x] task`: a disabled checkbox, with the task as its label so that it has a name.
 * Classes are GitHub's, which many blog themes know.
 */
export const taskLists = (parser: MarkdownIt): void => {
  parser.core.ruler.push('task_lists', (state) => {
    const lists: Token[] = [];
    state.tokens.forEach((token, at) => {
      if (token.type.endsWith('_list_open')) lists.push(token);
      else if (token.type.endsWith('_list_close')) lists.pop();
      else if (token.type === 'inline' && state.tokens[at - 2]?.type === 'list_item_open') {
        const checked = takeBox(token);
        if (checked === undefined) return;
        addClass(state.tokens[at - 2], 'task-list-item');
        addClass(lists.at(-1), 'contains-task-list');
        token.children = labelled(state, token.children ?? [], checked);
      }
    });
  });
  parser.renderer.rules['task_open'] = (tokens, at) =>
    `<label><input type="checkbox" disabled${tokens[at]?.info === 'x' ? ' checked' : ''}> `;
  parser.renderer.rules['task_close'] = () => '</label>';
};

/** Takes the box off the front of a paragraph; undefined when it has none. */
const takeBox = (inline: Token): boolean | undefined => {
  const text = inline.children?.[0];
  const found =
    text?.type === 'text' ? box.exec(inline.content) && /^\[([ xX])\]\s*/.exec(text.content) : null;
  if (!text || !found) return undefined;
  text.content = text.content.slice(found[0].length);
  return found[1] !== ' ';
};

const labelled = (state: StateCore, children: Token[], checked: boolean): Token[] => {
  const open = new state.Token('task_open', '', 1);
  open.info = checked ? 'x' : '';
  return [open, ...children, new state.Token('task_close', '', -1)];
};

const addClass = (token: Token | undefined, name: string): void => {
  if (token && token.attrGet('class') !== name) token.attrJoin('class', name);
};
