/**
 * The kept list of blocks by itself, without a window: what a key costs in documents of 10 kB to 5 MB, beside a full render.
 *
 *     npx vite build --logLevel error --ssr bench/engine/engine.ts --outDir .cache/bench/engine
 *     node --expose-gc .cache/bench/engine/engine.js
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { Text } from '@codemirror/state';
import MarkdownIt from 'markdown-it';
import { BlockList } from '../../core/markdown/block-list.ts';
import { renderBlocks } from '../../core/markdown/render.ts';
import { articleWords } from '../../core/messages/article-words.ts';

const options = { imageAddress: undefined, words: articleWords.en };
const now = (): number => performance.now();

const paragraph =
  'これは**強調**と`コード`のある段落です。Lorem ipsum [dolor](https://example.com/a) sit amet, ';
const shapes: readonly ((index: number) => string)[] = [
  (index) => `## Heading ${index}`,
  (index) => `${paragraph.repeat(1 + (index % 3))}${index}`,
  (index) => `- item ${index}\n- another\n  - nested`,
  (index) => `Text with a [reference][r${index % 50}] and a note[^n${index % 40}].`,
  (index) => `| a | b |\n|---|---|\n| ${index} | x |`,
  () => '```js\nconst a = 1;\n```',
  (index) => `<div align="center">raw ${index}</div>`,
];

/** A document with some of everything, of about so many characters. */
const mixed = (length: number): string => {
  const parts: string[] = [];
  for (let index = 0, done = 0; done < length; index++) {
    const part = shapes[index % 5 === 0 ? index % shapes.length : 1]?.(index) ?? '';
    parts.push(part);
    done += part.length + 2;
  }
  for (let index = 0; index < 50; index++) parts.push(`[r${index}]: https://example.com/${index}`);
  for (let index = 0; index < 40; index++) parts.push(`[^n${index}]: Note ${index}`);
  return parts.join('\n\n');
};

const short = (blocks: number): string =>
  Array.from({ length: blocks }, (_, index) => `Short paragraph ${index}.`).join('\n\n');

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const most = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 3 : 0).padStart(8);

const memory = (): string => {
  (globalThis as { gc?: () => void }).gc?.();
  return (process.memoryUsage().heapUsed / 1_000_000).toFixed(0);
};

const measure = (name: string, text: string): void => {
  let source = Text.of(text.split('\n'));
  const start = now();
  const list = new BlockList({ ...options, now });
  list.setText(source, source.lines >> 1, 8);
  const first = now() - start;
  const steps: number[] = [];
  while (list.pending) {
    const from = now();
    list.work(source.lines >> 1, 8);
    steps.push(now() - from);
  }
  const loaded = now() - start;

  const edit = (from: number, to: number, insert: string): number => {
    source = source.replace(from, to, Text.of(insert.split('\n')));
    const focus = source.lineAt(from).number;
    const begun = now();
    list.edit(source, [{ from, to, insert }], focus, 8);
    return now() - begun;
  };
  const finish = (focus: number): number[] => {
    const times: number[] = [];
    while (list.pending) {
      const begun = now();
      list.work(focus, 8);
      times.push(now() - begun);
    }
    return times;
  };
  const inParagraph = (): number => {
    for (let line = source.lines >> 2; ; line++) {
      const { text: written, from, to } = source.line(line);
      if (written.startsWith('これは') || written.startsWith('Short')) return Math.floor((from + to) / 2);
    }
  };
  const at = inParagraph();
  for (let index = 0; index < 200; index++) edit(at, at, 'x');
  const keys = Array.from({ length: 400 }, () => edit(at, at, 'x'));
  const enters = Array.from({ length: 200 }, (_, index) => edit(at + index * 2, at + index * 2, '\n\n'));
  // A fence that nothing in the document closes: all of it is code from here on.
  const fence = edit(0, 0, '~~~~\n');
  const fenceSteps = finish(1);
  const unfence = edit(0, 5, '');
  const unfenceSteps = finish(1);

  // Replacing a word everywhere.
  const all = [...source.toString().matchAll(/a/g)].map(({ index }) => ({
    from: index,
    to: index + 1,
    insert: 'aa',
  }));
  source = Text.of(source.toString().replaceAll('a', 'aa').split('\n'));
  const replaceStart = now();
  list.edit(source, all, source.lines >> 1, 8);
  const replace = now() - replaceStart;
  const replaceSteps = finish(source.lines >> 1);

  const renders = Array.from({ length: 3 }, () => {
    const begun = now();
    renderBlocks(source, options);
    return now() - begun;
  });
  const plain = new MarkdownIt({ html: true, linkify: true });
  const plainStart = now();
  plain.render(source.toString());
  const plainTime = now() - plainStart;
  console.error(
    `${name.padEnd(22)} ${String(list.count).padStart(7)} blocks | near part ${shown(first)} all ${shown(loaded)} longest step ${shown(Math.max(0, ...steps))}` +
      ` | key ${shown(median(keys))} p99 ${shown(most(keys, 0.99))} enter ${shown(median(enters))} p99 ${shown(most(enters, 0.99))}` +
      ` | fence at top ${shown(fence)}, then ${fenceSteps.length} steps of at most ${shown(Math.max(0, ...fenceSteps))}; closed ${shown(unfence)}, ${unfenceSteps.length} steps of at most ${shown(Math.max(0, ...unfenceSteps))}` +
      ` | ${all.length} replaced ${shown(replace)}, then ${replaceSteps.length} steps of at most ${shown(Math.max(0, ...replaceSteps))}` +
      ` | heap ${memory()} MB | full render ${shown(median(renders))} plain markdown-it ${shown(plainTime)}`,
  );
};

measure('warm-up', mixed(100_000));
measure('10 kB', mixed(10_000));
measure('100 kB', mixed(100_000));
measure('1 MB', mixed(1_000_000));
measure('5 MB', mixed(5_000_000));
measure('150,000 paragraphs', short(150_000));
