import { ArticleBlocks } from './article-blocks.ts';
import { Anchors, copyWhole } from './beyond.ts';
import type { Post } from './blocks.ts';
import { Drawing } from './drawing.ts';
import { Follow } from './follow.ts';
import type { Frame } from './frame.ts';
import { Images, keepOffline } from './images.ts';
import { listen } from './input.ts';
import { Places } from './places.ts';
import { sourcePlace } from './source-place.ts';
import type { ToWindow } from './wire.ts';

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
  themeCss: string,
  tell: (told: ToWindow) => void,
  { post, reach, more, missingImage }: Shown,
): View {
  frame.addSheet(themeCss);
  frame.addSheet(frameCss);
  const article = new ArticleBlocks(frame.article, frame.bundles, keepOffline);
  const places = new Places(frame, article, post);
  const drawing = new Drawing(frame, article, places, post, reach, more);
  const follow = new Follow(frame, places, drawing, post, reach, (line) => tell({ kind: 'scroll', line }));
  const images = new Images(frame, missingImage, (met) => {
    for (const image of met) article.touch(image);
    follow.settle();
    more();
  });
  const tellPlace = (node: Node, start: number, endNode: Node, end: number): void => {
    const range = placeOf(article, post(), node, start, endNode, end);
    if (range !== undefined) tell({ kind: 'click', ...range });
  };
  const anchors = new Anchors(frame, drawing, post);
  listen(frame, {
    onAnchor: (id) => anchors.goTo(id),
    onLink: (address) => tell({ kind: 'link', address }),
    onCommand: (id) => tell({ kind: 'command', id }),
    onTyped: (sign) => tell({ kind: 'typed', sign }),
    onLeave: () => tell({ kind: 'left' }),
    onActive: (hovers) => follow.takeLead(hovers),
    onPoint: (node, offset) => tellPlace(node, offset, node, offset),
    onWord: (word) => tellPlace(word.startContainer, word.startOffset, word.endContainer, word.endOffset),
  });
  copyWhole(frame, drawing, article, post);
  return { frame, article, drawing, follow, images, anchors };
}

/** Rules of the frame alone; an exported page has no need of them. */
const frameCss =
  'html { scrollbar-gutter: stable; scrollbar-width: thin; scrollbar-color: var(--line, #999) transparent }';

/** Where in the source a part of what is shown comes from. */
function placeOf(
  article: ArticleBlocks,
  { source, blocks }: Post,
  node: Node,
  offset: number,
  endNode: Node,
  endOffset: number,
): { readonly from: number; readonly to: number } | undefined {
  const index = article.indexOf(node);
  if (index === undefined) return undefined;
  const nodes = article.nodes(index);
  const from = sourcePlace(source, blocks, index, nodes, node, offset);
  const to =
    endNode === node && endOffset === offset
      ? from
      : sourcePlace(source, blocks, index, nodes, endNode, endOffset);
  return { from, to: Math.max(from, to) };
}
