import { frontMatterRange } from '../../contract/front-matter-range.ts';
import type { PasteChange, PasteTarget } from '../../contract/paste.ts';
import { articleWords } from '../../messages/article-words.ts';
import { markdownDestination } from '../../post/file-name.ts';
import { textSource } from '../../post/text-source.ts';
import { renderArticle } from '../article.ts';
import { hatena } from '../engines/hatena.ts';
import { qiita } from '../engines/qiita.ts';
import { zenn } from '../engines/zenn.ts';
import { escapeHtml } from '../escape.ts';
import { plainHtml } from '../plain-html.ts';
import type { ImageCopy, PostToExport, Target } from '../target.ts';
import { editorHtml } from './editor-html.ts';
import type { EditorHabits } from './editor-html.ts';

/** A post for the clipboard, in both flavours. */
export interface Paste {
  readonly html: string;
  readonly text: string;
  readonly changed: readonly PasteChange[];
  /** Images of the post; `written` stands in `html` for each that may come along as its bytes. */
  readonly images: readonly (ImageCopy & { readonly written: string })[];
  /** Endings of images that the place takes out of the HTML. */
  readonly embeds: RegExp | undefined;
}

interface Place {
  readonly habits: EditorHabits;
  readonly embeds: RegExp | undefined;
  /** Whose Markdown the plain text is; undefined for the post as it is written, `html` for the HTML itself. */
  readonly text: Target | 'html' | undefined;
  readonly title: boolean;
}

const photos = /\.(?:png|jpe?g|gif|webp)$/i;
/** What each place takes from the clipboard; docs/decisions/clipboard.md says how that is known. */
function placeOf(
  target: PasteTarget,
  { placeholder, diagram }: Pick<EditorHabits, 'placeholder' | 'diagram'>,
): Place {
  const plain: EditorHabits = { headings: [1, 6], rich: 'keep', looks: {}, placeholder, diagram };
  switch (target) {
    case 'wordpress':
      return { habits: { ...plain, placeholder: undefined }, embeds: photos, text: 'html', title: false };
    case 'ghost':
      return { habits: { ...plain, rich: 'card' }, embeds: undefined, text: hatena, title: false };
    case 'note':
      return {
        habits: { ...plain, headings: [2, 3], rich: 'text' },
        embeds: undefined,
        text: undefined,
        title: false,
      };
    case 'hatena':
      return { habits: plain, embeds: undefined, text: hatena, title: false };
    case 'zenn':
      return { habits: plain, embeds: undefined, text: zenn, title: false };
    case 'qiita':
      return { habits: plain, embeds: undefined, text: qiita, title: false };
    case 'rich-text':
      return {
        habits: { ...plain, placeholder: undefined, diagram: undefined, looks },
        embeds: photos,
        text: undefined,
        title: true,
      };
  }
}

/** Mail and word processors bring no stylesheet. */
const looks = {
  table: 'border-collapse: collapse',
  th: 'border: 1px solid #999; padding: 4px 8px',
  td: 'border: 1px solid #999; padding: 4px 8px',
  pre: 'padding: 8px; background: #f4f4f4; font-family: Consolas, Menlo, monospace; white-space: pre-wrap',
  code: 'font-family: Consolas, Menlo, monospace',
  img: 'max-width: 100%; height: auto',
  aside: 'margin: 1em 0; padding: 1px 12px; border: 1px solid #ccc; border-left: 3px solid #999',
  blockquote: 'margin-left: 0; padding-left: 12px; border-left: 3px solid #ccc',
};

/** Makes a post ready to be pasted there. Images lie below the post's slug, as for an HTML fragment. */
export async function pasteFor(post: PostToExport, target: PasteTarget): Promise<Paste> {
  const { html, images } = await renderArticle(post, []);
  const japanese = /^ja(?:-|$)/i.test(post.blog.language);
  const names = new Map(
    images.copies.map(({ path, address }) => [markdownDestination(path), address.split(/[/\\]/).at(-1)]),
  );
  const place = placeOf(target, {
    placeholder: (address, alt) => {
      const words = [names.get(address) ?? address, ...(alt === '' ? [] : [alt])].join(' ');
      return japanese ? `［画像：${words}］` : `[Image: ${words}]`;
    },
    diagram: (alt) => {
      // One without words of its own has this for its words.
      const { diagram } = articleWords[japanese ? 'ja' : 'en'];
      const words = alt === '' || alt === diagram ? '' : alt;
      if (japanese) return words === '' ? `［${diagram}］` : `［${diagram}：${words}］`;
      return words === '' ? `[${diagram}]` : `[${diagram}: ${words}]`;
    },
  });
  const clean = plainHtml(html);
  const title =
    place.title && post.fields.title !== undefined ? `<h1>${escapeHtml(post.fields.title)}</h1>\n` : '';
  const made = editorHtml(clean, place.habits);
  return {
    html: title + made.html,
    text: place.text === 'html' ? clean : await markdownOf(post, place.text),
    changed: made.changed,
    images: images.copies.map((copy) => ({ ...copy, written: `src="${markdownDestination(copy.path)}"` })),
    embeds: place.embeds,
  };
}

/** The body in a target's Markdown; its header has no place in an editor. */
async function markdownOf(post: PostToExport, target: Target | undefined): Promise<string> {
  const text = target === undefined ? post.source.sliceString(0) : await textOf(post, target);
  const header = frontMatterRange(textSource(text));
  return text.slice(header?.to ?? 0).replace(/^\n+/, '');
}

async function textOf(post: PostToExport, target: Target): Promise<string> {
  const { files } = await target.write(post);
  return files.find((file) => file.kind === 'post')?.text ?? '';
}
