import type { ArticleBlocks } from './article-blocks.ts';
import type { Post } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Frame } from './frame.ts';

/** Links within a post, also to what is not drawn or not even read yet. */
export class Anchors {
  readonly #frame: Frame;
  readonly #drawing: Drawing;
  readonly #post: () => Post;
  #wanted: string | undefined;

  constructor(frame: Frame, drawing: Drawing, post: () => Post) {
    this.#frame = frame;
    this.#drawing = drawing;
    this.#post = post;
  }

  /** Goes to the element with this id; the empty one is the top. */
  goTo(id: string): void {
    this.#wanted = id;
    this.retry();
  }

  /** To be called when more of the post is known. */
  retry(): void {
    const id = this.#wanted;
    if (id === undefined) return;
    const { blocks } = this.#post();
    const index = id === '' ? 0 : this.#indexOf(id);
    if (index === undefined && blocks.pending) return;
    this.#wanted = undefined;
    if (index !== undefined) this.#drawing.ensure(index);
    const { document } = this.#frame;
    (id === '' ? document.documentElement : document.getElementById(id))?.scrollIntoView();
  }

  #indexOf(id: string): number | undefined {
    const { blocks } = this.#post();
    const attribute = `id="${id.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
    for (let index = 0; index < blocks.count; index++) {
      if (blocks.html(index).includes(attribute)) return index;
    }
    return undefined;
  }
}

/** A selection of everything is copied whole, also where it is not drawn. */
export function copyWhole(frame: Frame, drawing: Drawing, article: ArticleBlocks, post: () => Post): void {
  frame.document.addEventListener('copy', (event) => {
    if (drawing.complete || !allSelected(frame, article)) return;
    const { blocks } = post();
    const htmls = Array.from({ length: blocks.count }, (_, index) => blocks.html(index));
    const template = frame.document.createElement('template');
    const texts = htmls.map((html) => {
      template.innerHTML = html;
      return template.content.textContent?.trim() ?? '';
    });
    event.clipboardData?.setData('text/html', htmls.join(''));
    event.clipboardData?.setData('text/plain', texts.filter((text) => text !== '').join('\n\n'));
    event.preventDefault();
  });
}

/** Whether all that is drawn is selected, as by the command for it: its two ends are far beyond the view. */
function allSelected({ document }: Frame, article: ArticleBlocks): boolean {
  const selection = document.getSelection();
  const { from, to } = article.drawn;
  const first = article.nodes(from)[0];
  const last = article.nodes(to - 1).findLast((node) => node.textContent?.trim() !== '');
  if (selection === null || first === undefined || last === undefined) return false;
  return selection.containsNode(first, true) && selection.containsNode(last, true);
}
