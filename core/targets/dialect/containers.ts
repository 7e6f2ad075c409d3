import { pairsOf } from '../../markdown/html-spans.ts';
import { containerMeaning } from '../../markdown/syntax/containers.ts';
import type { TextEdit } from '../../contract/text.ts';
import { ascending } from './rule.ts';
import type { DialectRule, Reading } from './rule.ts';

/** How a place writes a box. `open` and `close` are the lines around its content; undefined leaves a line as it is. */
interface Spelling {
  readonly open: string;
  readonly close: string | undefined;
}

type Kind = ReturnType<typeof containerMeaning>[0];

/** Zenn has two kinds of boxes, without titles, and folded parts. */
export const zennContainers: DialectRule = (post) =>
  respelled(post, (kind, title, colons) => {
    if (kind === 'details') return { open: `${colons}details ${title || unnamed}`, close: undefined };
    const strong = kind === 'warning' || kind === 'caution';
    return { open: titled(`${colons}message${strong ? ' alert' : ''}`, title), close: undefined };
  });

/** Qiita's `note` in three kinds, without titles; folded parts are HTML there. */
export const qiitaContainers: DialectRule = (post) =>
  respelled(post, (kind, title) =>
    kind === 'details'
      ? { open: `<details><summary>${escaped(title) || unnamed}</summary>\n`, close: '\n</details>' }
      : { open: titled(`:::note ${qiitaKinds[kind]}`, title), close: ':::' },
  );

const qiitaKinds: Readonly<Record<Exclude<Kind, 'details'>, string>> = {
  note: 'info',
  tip: 'info',
  important: 'warn',
  warning: 'warn',
  caution: 'alert',
};

/** Both are Japanese places. */
const unnamed = '詳細';

/** A title stands in a paragraph of its own. */
const titled = (open: string, title: string): string =>
  title === '' ? open : `${open}\n**${escaped(title)}**\n`;

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');

function respelled(
  { source, leaves }: Reading,
  spell: (kind: Kind, title: string, colons: string) => Spelling,
): readonly TextEdit[] {
  const tagged = leaves.map(({ tags, line, height }, index) => ({
    index,
    tags,
    fromLine: line,
    toLine: line + height,
  }));
  const edits = pairsOf(tagged).flatMap(({ name, from, to }): readonly TextEdit[] => {
    if (!name.startsWith(':')) return [];
    const opening = source.line(from.fromLine).text.trim();
    const colons = /^:+/.exec(opening)?.[0] ?? '';
    const { open, close } = spell(...containerMeaning(opening), colons);
    return [
      ...lineEdit({ source, line: from.fromLine, text: open }),
      ...(close === undefined ? [] : lineEdit({ source, line: to.fromLine, text: close })),
    ];
  });
  return ascending(edits);
}

function lineEdit({
  source,
  line,
  text,
}: Pick<Reading, 'source'> & { readonly line: number; readonly text: string }): readonly TextEdit[] {
  const { from, to, text: before } = source.line(line);
  return before.trimEnd() === text ? [] : [{ from, to, insert: text }];
}
