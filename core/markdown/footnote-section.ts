import { useName } from './footnote-numbers.ts';
import type { ArticleWords } from './options.ts';
import { parser } from './parser.ts';

/** Notes in one block: a document with thousands of them is not to be one block. */
export const notesPerSection = 100;

/** A footnote with its holes filled. */
export interface ShownNote {
  readonly html: string;
  /** How many places refer to it. */
  readonly uses: number;
}

/** A part of the footnotes at the end of the article; `first` is the number of the first note in it. */
export const footnoteSection = (notes: readonly ShownNote[], first: number, words: ArticleWords): string => {
  const items = notes.map((note, index) => item(note, first + index, words)).join('\n');
  const start = first === 1 ? '' : ` start="${first}"`;
  const label = parser.utils.escapeHtml(words.footnotes);
  return `<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol${start}>\n${items}\n</ol>\n</section>\n`;
};

const item = ({ html, uses }: ShownNote, number: number, words: ArticleWords): string => {
  const links = Array.from({ length: uses }, (_, index) => backLink(number, index + 1, words)).join(' ');
  const body = html.trimEnd();
  // The arrows stand at the end of the note's last sentence where there is one.
  const content = body.endsWith('</p>')
    ? `${body.slice(0, -'</p>'.length)} ${links}</p>`
    : `${body}\n<p>${links}</p>`;
  return `<li id="${noteId(number)}">\n${content}\n</li>`;
};

const backLink = (number: number, use: number, words: ArticleWords): string => {
  const name = useName({ number, use });
  const label = parser.utils.escapeHtml(words.backToReference(name));
  const count = use === 1 ? '' : `<sup>${use}</sup>`;
  const attributes = `class="footnote-backref" role="doc-backlink" aria-label="${label}"`;
  // The variation selector keeps the arrow from being drawn as an emoji.
  return `<a href="#${referenceId(name)}" ${attributes}>\u21A9\uFE0E${count}</a>`;
};

/** `slugOf` keeps headings from taking one of these. */
export const noteId = (number: number): string => `fn-${number}`;
export const referenceId = (name: string): string => `fnref-${name}`;
