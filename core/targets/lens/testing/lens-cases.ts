import type { TargetName } from '../../../contract/export.ts';
import type { TextEdit } from '../../../contract/text.ts';
import { textSource } from '../../../post/text-source.ts';
import { withEdits } from '../../../post/text-edits.ts';
import { ascending, inDialect, reading } from '../../dialect/rule.ts';
import { unshown } from '../../engines/engine.ts';
import { targets } from '../../table.ts';
import { preview, seen } from '../../testing/seen.ts';
import { lensMarks } from '../lens.ts';
import type { LensKind } from '../lens.ts';

/** A text for an engine's own parser: as the author wrote it, and as it would be spelled anew. */
export interface LensCase {
  readonly name: string;
  readonly written: string;
  readonly mended: string;
  /** What is wrong, given the HTML that the engine makes of both. */
  readonly judge: (written: string, mended: string) => readonly string[];
}

/** One text for each kind of mark. What stops an engine's build as it is written cannot be compared. */
const samples: Readonly<Partial<Record<LensKind, readonly string[]>>> = {
  emphasis: ['**「括弧」**は強調です。\n', 'これは*（注）*です。\n', '- a\n- **「い」**ろは\n'],
  'line-end': ['一行目です。\n二行目です。\n', '> 引用の\n> 二行目\n'],
  ruby: ['この{漢字|かんじ}です。\n'],
  'bare-link': ['https://example.com/a を見る。\n'],
  kramdown: ['左 | 右\n', '**語**{: .x}です。\n'],
  'note-label': ['脚注[^注]です。\n\n[^注]: 説明\n'],
  'list-number': ['1) a\n2) b\n'],
  'code-info': ['```js title=x.js\nlet x;\n```\n'],
  'image-words': ['![It\'s "so"](x.png)\n'],
};

/** What every parser shows alike, and no lens marks. */
const plain = ['**太字**は普通です。\n', '- a\n  - b\n    - c\n', '> 引用\n', '1. 一\n2. 二\n'];

/** The footnotes' own place and look is each engine's; only that the note is one is compared. */
const loose: ReadonlySet<LensKind> = new Set(['note-label']);

/** What no export can say to the engine: it is taken out, and was not shown anyway. */
const unsaid: ReadonlySet<LensKind> = new Set(['code-info']);

/** Marks of one list bear the same edits. */
const eachOnce = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  ascending(edits.filter((edit, index) => edits.findIndex(({ from }) => from === edit.from) === index));

/** What to ask the parser of one engine about the marks of its lens; each kind that it has is asked for. */
export function lensCases(target: TargetName): readonly LensCase[] {
  const { parser } = targets[target];
  if (parser === undefined) throw new Error(`${target} has no parser of its own`);
  const marksOf = (text: string) => lensMarks(parser, reading(textSource(text)));
  const marked = Object.entries(samples).flatMap(([kind, texts]) =>
    texts.flatMap((text): readonly LensCase[] => {
      const marks = marksOf(text);
      if (!marks.some((mark) => mark.kind === kind)) return [];
      const fix = eachOnce(marks.flatMap((mark) => mark.fix));
      const offered = fix.length > 0;
      const mended = offered ? withEdits(textSource(text), fix) : inDialect(text, parser.dialect);
      const wanted = seen(preview(text));
      const judge = (written: string, other: string): readonly string[] => {
        if (loose.has(kind as LensKind))
          return written === other ? ['is marked, but its spelling changes nothing'] : [];
        return [
          ...(seen(written) === wanted ? ['is marked, but shown as in the preview'] : []),
          ...(offered && seen(preview(mended)) !== wanted ? ['its fix changes the preview'] : []),
          ...(offered && seen(other) !== wanted ? [`its fix is shown as ${seen(other)}`] : []),
          ...(!offered && !unsaid.has(kind as LensKind) && seen(other) === seen(written)
            ? ['its export is shown like what was written']
            : []),
        ];
      };
      return [{ name: `${kind} ${JSON.stringify(text)}`, written: text, mended, judge }];
    }),
  );
  const unmarked = plain.map((text): LensCase => {
    const lost = marksOf(text).length + unshown(parser, reading(textSource(text))).length;
    const judge = (written: string): readonly string[] => [
      ...(lost > 0 ? ['is marked'] : []),
      ...(seen(written) === seen(preview(text)) ? [] : [`is shown as ${seen(written)}, and not marked`]),
    ];
    return { name: `plain ${JSON.stringify(text)}`, written: text, mended: text, judge };
  });
  return [...marked, ...unmarked];
}
