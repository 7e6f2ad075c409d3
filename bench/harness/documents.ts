import { marks } from '../shared/marks.ts';
import { picture } from './picture.ts';
import { code, english, japanese } from './prose.ts';

const seed = 20_181_123;
/** One picture in so many sections; a section has about two thousand bytes. */
const sectionsPerPicture = 4;

/** The same numbers at every run (mulberry32). */
function randomNumbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const one = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

function paragraph(random: Random): string {
  const japaneseOne = random() < 0.5;
  const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
    one(japaneseOne ? japanese : english, random),
  );
  return sentences.join(japaneseOne ? '' : ' ');
}

function list(random: Random): string {
  const marker = random() < 0.5 ? () => '-' : (_: number, index: number) => `${index + 1}.`;
  const lines: string[] = [];
  let depth = 0;
  for (let item = 0; item < 8; item++) {
    // Four spaces nest under either marker.
    const sign = depth === 0 ? marker(depth, item) : '-';
    lines.push(`${'    '.repeat(depth)}${sign} ${one(random() < 0.5 ? japanese : english, random)}`);
    depth = Math.min(3, Math.max(0, depth + (random() < 0.6 ? 1 : -2)));
  }
  return lines.join('\n');
}

function table(random: Random): string {
  const rows = Array.from(
    { length: 4 },
    (_, row) => `| ${row + 1} | ${one(japanese, random)} | ${Math.floor(random() * 1000)} ms |`,
  );
  return ['| No. | 内容 | Time |', '| --- | :-- | --: |', ...rows].join('\n');
}

function section(number: number, random: Random): string {
  const blocks = [
    `## ${number}. ${random() < 0.5 ? '今日の記録' : 'Notes of the day'}`,
    paragraph(random),
    list(random),
    paragraph(random),
    `### ${random() < 0.5 ? 'やってみる' : 'Trying it'}`,
    `\`\`\`ts\n${one(code, random)}\n\`\`\``,
    random() < 0.5 ? table(random) : `> ${paragraph(random)}`,
    paragraph(random),
  ];
  if (number % sectionsPerPicture === 1) blocks.push(`![雨の港](${picture(24, random)})`);
  return blocks.join('\n\n');
}

/** What stands in the middle: the places at which the measurements are made. */
const middle = (random: Random): string =>
  [
    `The rain came down on the harbour ${marks.keys} — and nobody looked up from the table by the window.`,
    `- ${one(english, random)}\n- ${one(japanese, random)} ${marks.list}\n- ${one(english, random)}`,
    paragraph(random),
    `${marks.before} ${paragraph(random)}`,
    `${marks.gone} ${paragraph(random)}`,
    `${marks.after} ${paragraph(random)}`,
  ].join('\n\n');

/** A post of about so many bytes, always the same for the same size. */
export function documentOf(bytes: number): string {
  const random = randomNumbers(seed);
  const blocks = [`# ${marks.top} 港の一日`];
  let size = 0;
  let middleDone = false;
  for (let number = 1; size < bytes; number++) {
    if (!middleDone && size >= bytes / 2) {
      blocks.push(middle(random));
      middleDone = true;
    }
    const next = section(number, random);
    blocks.push(next);
    size += Buffer.byteLength(next) + 2;
  }
  if (!middleDone) blocks.push(middle(random));
  return `${blocks.join('\n\n')}\n`;
}

/** What is pasted: paragraphs of about so many bytes, the last of which is marked. */
export function pasteOf(bytes: number): string {
  const random = randomNumbers(seed + 1);
  const paragraphs: string[] = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(paragraphs.at(-1) ?? ''))
    paragraphs.push(paragraph(random));
  return `${paragraphs.join('\n\n')} ${marks.pasted}\n\n`;
}
