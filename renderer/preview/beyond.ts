import type { Post } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import type { Frame } from './frame.ts';

/** Goes to the element that a link within the post names, also where it is not drawn yet. */
export function goTo(frame: Frame, drawing: Drawing, { blocks }: Post, id: string): void {
  if (id === '') {
    drawing.ensure(0);
    frame.window.scrollTo({ top: 0, behavior: 'instant' });
    return;
  }
  if (frame.document.getElementById(id) === null) {
    const attribute = `id="${id.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
    for (let index = 0; index < blocks.count; index++) {
      if (!blocks.html(index).includes(attribute)) continue;
      drawing.ensure(index);
      break;
    }
  }
  frame.document.getElementById(id)?.scrollIntoView();
}

/** A selection of everything is copied whole, also where it is not drawn. */
export function copyWhole(frame: Frame, drawing: Drawing, post: () => Post): void {
  frame.document.addEventListener('copy', (event) => {
    if (drawing.complete || !allSelected(frame)) return;
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

/** Whether all that is drawn is selected, as by the command for it. */
function allSelected({ document, article }: Frame): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return false;
  return selection.getRangeAt(0).toString().trim() === article.textContent?.trim();
}
