import { marks } from '../shared/marks.ts';
import { documentOf } from './documents.ts';
import { withVariant } from './open-variant.ts';
import type { Place } from './place.ts';
import type { PostOpening, Start } from './results.ts';
import { bare, fude, type Variant } from './variants.ts';
import { becomes, within } from './waiting.ts';
import { resize, type Window } from './window.ts';

const limit = 60_000;
const post = (text: string) => ({ 'post/index.md': text });
const empty = (mark: string): string => `# ${mark}\n`;

/** Starts Fude and a bare window in turn: from the start of the program to the first paint with text. */
export async function measureStarts(
  place: Place,
  times: number,
  tell: (line: string) => void,
): Promise<Start[]> {
  const starts: Start[] = [];
  const kinds: readonly [Start['kind'], Variant, string][] = [
    ['bare', bare, ''],
    ['empty', fude, empty(marks.top)],
    ['10k', fude, documentOf(10_000)],
  ];
  for (let time = 0; time < times; time++) {
    for (const [kind, variant, text] of kinds) {
      tell(`start ${time + 1} of ${times}: ${variant.label}, ${kind}`);
      starts.push(
        await withVariant(place, variant, post(text), async (window) => {
          await within(limit, 'starting', window.probe('opened'));
          await window.probe('quiet', 500, limit);
          const { timeOrigin, editor, both, focused } = await window.probe('opened');
          const since = (at: number): number => timeOrigin + at - window.startedAt;
          return {
            kind,
            painted: since(editor),
            both: since(both),
            focused: focused === undefined ? undefined : since(Math.max(focused, editor)),
          };
        }),
      );
    }
  }
  return starts;
}

const posts: readonly {
  readonly kind: PostOpening['kind'];
  readonly mark: string;
  readonly bytes: number;
}[] = [
  { kind: 'empty', mark: 'QQempty', bytes: 0 },
  { kind: '10k', mark: 'QQten', bytes: 10_000 },
  { kind: '1m', mark: 'QQmega', bytes: 1_000_000 },
];

/** Opens posts of a running Fude by a press on their rows, in turn: from the press to both panes. */
export async function measurePostOpenings(
  place: Place,
  times: number,
  tell: (line: string) => void,
): Promise<PostOpening[]> {
  const documents = Object.fromEntries(
    posts.map(({ kind, mark, bytes }) => [
      `${kind}/index.md`,
      bytes === 0 ? empty(mark) : documentOf(bytes).replace(marks.top, mark),
    ]),
  );
  // The newest one is shown at the start.
  const first = { 'first/index.md': `---\ndate: 2099-01-01\n---\n\n${empty(marks.top)}` };
  const openings: PostOpening[] = [];
  await withVariant(place, fude, { ...documents, ...first }, async (window) => {
    await within(limit, 'starting', window.probe('opened'));
    await resize(window);
    for (let time = 0; time <= times; time++) {
      for (const { kind, mark } of posts) {
        tell(`opening ${kind}, ${time} of ${times}`);
        const both = await openPost(window, mark);
        // The first round is a warm-up.
        if (time > 0) openings.push({ kind, both });
      }
    }
  });
  return openings;
}

async function openPost(window: Window, mark: string): Promise<number | undefined> {
  await window.probe('watch', 'opening');
  const button = { ...(await window.probe('row', mark)), button: 'left', clickCount: 1 };
  await window.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
  await window.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  await becomes(limit, async () => (await window.probe('strokes'))[0]?.preview !== undefined);
  const stroke = (await window.probe('strokes'))[0];
  await window.probe('quiet', 1000, limit);
  return stroke?.editor === undefined || stroke.preview === undefined
    ? undefined
    : Math.max(stroke.editor, stroke.preview) - stroke.at;
}
