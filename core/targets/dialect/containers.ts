import { pairsOf } from '../../markdown/html-spans.ts';
import { containerMeaning } from '../../markdown/syntax/containers.ts';
import { articleWords } from '../../messages/article-words.ts';
import type { TextEdit } from '../../contract/text.ts';
import { ascending } from './rule.ts';
import type { DialectRule, Reading } from './rule.ts';

/** How a place writes a box: the lines around its content. */
interface Spelling {
  readonly open: string;
  readonly close: string;
}

type Kind = ReturnType<typeof containerMeaning>[0];

interface Box {
  readonly kind: Kind;
  /** Empty for none. */
  readonly title: string;
  /** 1-based lines of its markers. */
  readonly fromLine: number;
  readonly toLine: number;
  /** The nearest one around it. */
  readonly around: Box | undefined;
  /** Of its markers: more than those of the boxes inside have. */
  colons: number;
}

/** Both are Japanese places. */
const words = articleWords.ja;

/** Zenn has two kinds of boxes, without titles, and folded parts. The first marker with as many colons closes one there. */
export const zennContainers: DialectRule = (post) =>
  respelled(post, ({ kind, title, colons }) => {
    const marker = ':'.repeat(colons);
    if (kind === 'details') return { open: `${marker}details ${title || words.details}`, close: marker };
    const strong = kind === 'warning' || kind === 'caution';
    return { open: titled(`${marker}message${strong ? ' alert' : ''}`, title), close: marker };
  });

/**
 * Qiita's `note` in three kinds, without titles; folded parts are HTML there. A box has none inside of it there: its words
 * stand in the one around it.
 */
export const qiitaContainers: DialectRule = (post) =>
  respelled(post, (box) => {
    const { kind, title } = box;
    if (kind === 'details')
      return {
        open: `<details><summary>${escaped(title) || words.details}</summary>\n`,
        close: '\n</details>',
      };
    if (isInNote(box)) return { open: titled('', title || words.admonitions[kind]), close: '' };
    return { open: titled(`:::note ${qiitaKinds[kind]}`, title), close: ':::' };
  });

const qiitaKinds: Readonly<Record<Exclude<Kind, 'details'>, string>> = {
  note: 'info',
  tip: 'info',
  important: 'warn',
  warning: 'warn',
  caution: 'alert',
};

function isInNote({ around }: Box): boolean {
  for (let box = around; box !== undefined; box = box.around) if (box.kind !== 'details') return true;
  return false;
}

/** A title stands in a paragraph of its own. */
const titled = (open: string, title: string): string =>
  title === '' ? open : `${open}\n**${escaped(title)}**\n`;

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');

function respelled({ source, leaves }: Reading, spell: (box: Box) => Spelling): readonly TextEdit[] {
  const edits = boxesOf({ source, leaves }).flatMap((box): readonly TextEdit[] => {
    const { open, close } = spell(box);
    return [
      ...lineEdit({ source, line: box.fromLine, text: open }),
      ...lineEdit({ source, line: box.toLine, text: close }),
    ];
  });
  return ascending(edits);
}

/** The boxes of a post, in order of their beginnings. */
function boxesOf({ source, leaves }: Pick<Reading, 'source' | 'leaves'>): readonly Box[] {
  const tagged = leaves.map(({ tags, line, height }, index) => ({
    index,
    tags,
    fromLine: line,
    toLine: line + height,
  }));
  const pairs = pairsOf(tagged)
    .filter(({ name }) => name.startsWith(':'))
    .toSorted((a, b) => a.from.index - b.from.index);
  const boxes: Box[] = [];
  let around: Box | undefined;
  for (const { from, to } of pairs) {
    while (around !== undefined && around.toLine < from.fromLine) around = around.around;
    const opening = source.line(from.fromLine).text.trim();
    const [kind, title] = containerMeaning(opening);
    const colons = /^:*/.exec(opening)?.[0].length ?? 0;
    around = { kind, title, fromLine: from.fromLine, toLine: to.fromLine, around, colons };
    boxes.push(around);
  }
  for (const box of boxes.toReversed())
    if (box.around !== undefined) box.around.colons = Math.max(box.around.colons, box.colons + 1);
  return boxes;
}

function lineEdit({
  source,
  line,
  text,
}: Pick<Reading, 'source'> & { readonly line: number; readonly text: string }): readonly TextEdit[] {
  const { from, to, text: before } = source.line(line);
  return before.trimEnd() === text ? [] : [{ from, to, insert: text }];
}
