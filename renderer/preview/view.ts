import { ArticleBlocks } from './article-blocks.ts';
import { Anchors, copyWhole } from './beyond.ts';
import type { Post } from './blocks.ts';
import { Drawing } from './drawing.ts';
import { Follow } from './follow.ts';
import type { Frame } from './frame.ts';
import { Images, keepOffline } from './images.ts';
import { listen } from './input.ts';
import { Places } from './places.ts';
import type { PreviewCallbacks, PreviewOptions } from './options.ts';
import { sourcePlace } from './source-place.ts';

/** What works on the frame of a preview, wired together once its document is there. */
export interface View {
  readonly frame: Frame;
  readonly article: ArticleBlocks;
  readonly drawing: Drawing;
  readonly follow: Follow;
  readonly images: Images;
  readonly anchors: Anchors;
}

/** What the view asks for while it works. */
export interface Shown {
  /** What is shown at the time of asking. */
  readonly post: () => Post;
  /** Makes the blocks around a line known. */
  readonly reach: (line: number) => void;
  /** There is more to draw when there is time. */
  readonly more: () => void;
  /** Words the mark of an image that did not come. */
  readonly missingImage: (address: string) => string;
}

export function openView(
  frame: Frame,
  options: PreviewOptions,
  { post, reach, more, missingImage }: Shown,
): View {
  frame.addSheet(options.themeCss);
  frame.addSheet(frameCss);
  const { callbacks } = options;
  const article = new ArticleBlocks(frame.article, frame.bundles, keepOffline);
  const places = new Places(frame, article, post);
  const drawing = new Drawing(frame, article, places, post, reach, more);
  const follow = new Follow(frame, places, drawing, post, reach, callbacks.onScroll);
  const images = new Images(frame, missingImage, (met) => {
    for (const image of met) article.touch(image);
    follow.settle();
    more();
  });
  const tell = (node: Node, start: number, endNode: Node, end: number): void =>
    follow.pointed(() => tellPlace(callbacks, article, post(), node, start, endNode, end));
  const anchors = new Anchors(frame, drawing, post);
  listen(frame, {
    onAnchor: (id) => anchors.goTo(id),
    onLink: callbacks.onLink,
    onKey: callbacks.onKey,
    onActive: (hovers) => follow.takeLead(hovers),
    onPoint: (node, offset) => tell(node, offset, node, offset),
    onWord: (word) => tell(word.startContainer, word.startOffset, word.endContainer, word.endOffset),
  });
  copyWhole(frame, drawing, article, post);
  return { frame, article, drawing, follow, images, anchors };
}

/** Rules of the frame alone; an exported page has no need of them. */
const frameCss =
  'html { scrollbar-gutter: stable; scrollbar-width: thin; scrollbar-color: var(--line, #999) transparent }';

function tellPlace(
  { onClick }: PreviewCallbacks,
  article: ArticleBlocks,
  { source, blocks }: Post,
  node: Node,
  offset: number,
  endNode: Node,
  endOffset: number,
): void {
  const index = article.indexOf(node);
  if (index === undefined) return;
  const nodes = article.nodes(index);
  const from = sourcePlace(source, blocks, index, nodes, node, offset);
  const to =
    endNode === node && endOffset === offset
      ? from
      : sourcePlace(source, blocks, index, nodes, endNode, endOffset);
  onClick(source.lineAt(from).number, from, Math.max(from, to));
}
