import { readFileSync } from 'node:fs';
import { articleHtml, renderBlocks } from '../markdown/render.ts';
import type { RenderOptions } from '../markdown/options.ts';
import { articleWords } from '../messages/article-words.ts';
import { textSource } from '../post/text-source.ts';

export interface Fixture {
  readonly name: string;
  readonly line: number;
  readonly source: string;
  readonly html: string;
}

/** Cases of a fixture file: a name, then source and HTML, each between lines that hold a single dot. */
export const readFixtures = (file: string): Fixture[] => {
  const text = readFileSync(new URL(`../markdown/fixtures/${file}`, import.meta.url), 'utf8');
  const lines = text.split('\n');
  const fixtures: Fixture[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] !== '.') continue;
    const middle = lines.indexOf('.', at + 1);
    const end = lines.indexOf('.', middle + 1);
    const name = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
    const source = lines.slice(at + 1, middle).join('\n');
    fixtures.push({ name, line: at + 1, source, html: lines.slice(middle + 1, end).join('\n') });
    at = end;
  }
  return fixtures;
};

export const testOptions: RenderOptions = { imageAddress: undefined, words: articleWords.en };

/** The article of a text, in English and without a mapping of images unless told. */
export const article = (text: string, options: RenderOptions = testOptions): string =>
  articleHtml(renderBlocks(textSource(text), options));
