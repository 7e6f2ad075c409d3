import { copyWhole, goTo } from './beyond.ts';
import type { Post } from './blocks.ts';
import { Drawing } from './drawing.ts';
import { Follow } from './follow.ts';
import type { Frame } from './frame.ts';
import { Images, keepOffline } from './images.ts';
import { listen } from './input.ts';
import { Places } from './places.ts';
import type { PreviewCallbacks, PreviewOptions } from './preview.ts';
import { ShownBlocks } from './shown-blocks.ts';
import { sourcePlace } from './source-place.ts';

/** What works on the frame of a preview, wired together once its document is there. */
export interface View {
  readonly frame: Frame;
  readonly shown: ShownBlocks;
  readonly drawing: Drawing;
  readonly follow: Follow;
  readonly images: Images;
}

/** `post` gives what is shown at the time of asking. */
export function openView(
  frame: Frame,
  options: PreviewOptions,
  missing: (address: string) => string,
  post: () => Post,
  more: () => void,
): View {
  frame.addSheet(options.themeCss);
  frame.addSheet(frameCss);
  const { callbacks } = options;
  const shown = new ShownBlocks(frame.article, keepOffline);
  const places = new Places(frame, shown, post);
  const drawing = new Drawing(frame, shown, places, post, more);
  const follow = new Follow(frame, places, drawing, post, callbacks.onScroll);
  const images = new Images(frame, missing, () => follow.settle());
  const tell = (node: Node, start: number, endNode: Node, end: number): void =>
    tellPlace(callbacks, shown, post(), node, start, endNode, end);
  listen(frame, {
    onAnchor: (id) => goTo(frame, drawing, post(), id),
    onLink: callbacks.onLink,
    onKey: callbacks.onKey,
    onActive: () => follow.takeLead(),
    onPoint: (node, offset) => tell(node, offset, node, offset),
    onWord: (word) => tell(word.startContainer, word.startOffset, word.endContainer, word.endOffset),
  });
  copyWhole(frame, drawing, post);
  return { frame, shown, drawing, follow, images };
}

/** Rules of the frame alone. An exported page has no need of them. */
const frameCss = `
html { scrollbar-gutter: stable }
/* A spacer moves nothing that is read. */
main > div { overflow-anchor: none }
`;

function tellPlace(
  { onClick }: PreviewCallbacks,
  shown: ShownBlocks,
  { source, blocks }: Post,
  node: Node,
  offset: number,
  endNode: Node,
  endOffset: number,
): void {
  const index = shown.indexOf(node);
  if (index === undefined) return;
  const nodes = shown.nodes(index);
  const from = sourcePlace(source, blocks, index, nodes, node, offset);
  const to =
    endNode === node && endOffset === offset
      ? from
      : sourcePlace(source, blocks, index, nodes, endNode, endOffset);
  onClick(source.lineAt(from).number, from, Math.max(from, to));
}
