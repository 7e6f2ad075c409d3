import { readdirSync } from 'node:fs';
import type { TextEdit } from '../contract/text.ts';
import { specExamples } from './commonmark-examples.ts';
import { readFixtures } from './markdown-fixtures.ts';

export type Random = (below: number) => number;

/** Whole numbers from 0, the same for the same seed (mulberry32). */
export const seeded = (seed: number): Random => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[random(list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const samples = [
  ...specExamples.map(({ markdown }) => markdown),
  ...readdirSync(new URL('../markdown/fixtures', import.meta.url)).flatMap((file) =>
    readFixtures(file).map(({ source }) => `${source}\n`),
  ),
];

/** What changes the structure of a text most when it comes, goes or moves. */
const marks = [
  '```',
  '```js\n',
  '~~~~',
  '\n',
  '\n\n',
  '    ',
  '  ',
  '\t',
  '> ',
  '- ',
  '* ',
  '1. ',
  '1) ',
  '2) ',
  '# ',
  '## Head\n',
  '---\n',
  '===\n',
  '***\n',
  '|',
  '| a | b |\n|---|---|\n',
  '<div>\n',
  '</div>\n',
  '<details>\n\n',
  '\n</details>\n',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<pre>',
  '</pre>\n',
  '<script>',
  '</script>',
  '<?',
  '?>',
  '[a]',
  '[a]: /url\n',
  '[',
  ']: /url\n',
  '[A]: /other "t"\n',
  '![a]',
  '[^1]',
  '[^1]: note\n',
  '[^2]: [^1]\n',
  '[^2]',
  '# Head\n',
  '# Head 1\n',
  '[x](#place)',
  '<a id="place">',
  '[ ] ',
  '[x] ',
  '**',
  '~~',
  '`',
  '\\',
  '日本',
  '語\n',
  'text',
  'a',
  '+++\n',
  '---\na: b\n---\n',
  '[toc]',
  ':',
  ':::',
  '[foo]: /bar\n',
  '[foo]',
  '$',
  '$$\n',
  '*[a]: b\n',
  '{漢|か}',
  '> [!NOTE]\n',
  ':::note\n',
  ':::\n',
  ': def\n',
  '[[toc]]\n',
  ':smile:',
  '$x$',
  'HTML ',
  '*[HTML]: x\n',
  '![a](b "c")\n',
  '> [!TIP]\n',
  ':::details\n',
];

export const randomText = (random: Random): string =>
  Array.from({ length: 1 + random(10) }, () => pick(random, samples)).join(random(3) === 0 ? '' : '\n');

/** Some thousand lines, with code, lists and notes among them that are too long for one block. */
export const longText = (random: Random): string => {
  const repeated = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const parts = [
    () => repeated(30 + random(300), () => `${pick(random, samples)}\n`),
    () => repeated(1500 + random(1500), (index) => `paragraph ${index}\n`),
    () =>
      `\`\`\`\n${repeated(1000 + random(2500), (index) => `code ${index}`)}\n${pick(random, ['```', ''])}\n`,
    () => repeated(1500 + random(2000), (index) => `${'  '.repeat(index % 3)}- item ${index}`),
    () => repeated(150, (index) => `text[^n${index}]\n\n[^n${index}]: note ${index}\n`),
    () => repeated(200, (index) => `# Head ${index % 7}\n\n<details>\n\n[a] [foo]\n\n</details>\n`),
    () => `text\n${'long '.repeat(45_000)}\nmore\n`,
    () => `<!--\n${repeated(1500 + random(1500), (index) => `hidden ${index}\n`)}\n-->\n`,
  ];
  return Array.from({ length: 1 + random(3) }, () => pick(random, parts)()).join('\n');
};

/** One to three edits of a text, as an editor reports them: ascending and apart. */
export const randomEdits = (random: Random, text: string): TextEdit[] => {
  if (random(40) === 0) return [{ from: 0, to: text.length, insert: randomText(random) }];
  const edits: TextEdit[] = [];
  for (let count = random(12) === 0 ? 3 : 1, from = 0; count > 0 && from <= text.length; count--) {
    const edit = randomEdit(random, text, from);
    edits.push(edit);
    from = edit.to + 1;
  }
  return edits;
};

const randomEdit = (random: Random, text: string, least: number): TextEdit => {
  let from = least + random(text.length - least + 1);
  // Half of all edits are where lines begin: that is where blocks are made.
  if (random(2) === 0) from = Math.max(least, text.lastIndexOf('\n', from - 1) + 1);
  const lineEnd = text.indexOf('\n', from);
  const to = [
    from,
    from,
    Math.min(text.length, from + 1),
    Math.min(text.length, from + random(30)),
    lineEnd < 0 ? text.length : lineEnd + 1,
    Math.min(text.length, from + random(400)),
  ][random(6)];
  const insert = [pick(random, marks), '', pick(random, marks), pick(random, samples)][
    to === from ? random(8) % 3 : random(4)
  ];
  return { from, to: to ?? from, insert: insert ?? '' };
};
