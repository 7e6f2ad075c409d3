import { readFileSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { DraftNews } from '../../../core/contract/draft.ts';
import type { PostId } from '../../../core/contract/post.ts';
import { sumOf, sumValue } from '../../../core/post/text-sum.ts';
import { failureOf } from '../../failures.ts';
import { openLibrary } from '../open-library.ts';

/**
 * The real store in plain Node, for faults that are put under one thread. It says which thread does its file work, waits
 * for a line, then edits and saves a post again and again as the window does, and says what it was answered.
 */
const [root = '', userDataDir = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** How often each thread but the main one has waited for work. */
const waits = (): ReadonlyMap<string, number> =>
  new Map(
    readdirSync('/proc/self/task')
      .filter((thread) => thread !== String(process.pid))
      .map((thread) => {
        const status = readFileSync(`/proc/self/task/${thread}/status`, 'utf8');
        return [thread, Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(status)?.[1] ?? 0)];
      }),
  );
const before = waits();
for (let look = 0; look < 300; look += 1) await stat(root);
const grown = [...waits()].map(([thread, count]) => ({ thread, by: count - (before.get(thread) ?? 0) }));
say(`thread ${grown.toSorted((a, b) => b.by - a.by)[0]?.thread ?? ''}`);
await once(process.stdin, 'data');

const id = 'a.md' as PostId;
const news = (more: Partial<DraftNews>): DraftNews => ({
  batches: [],
  saved: undefined,
  undo: undefined,
  place: undefined,
  ...more,
});

/** The answer, or the kind of the failure; anything else than a failure is a fault of Fude's own and ends the run. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const { kind } = failureOf(error);
    say(`failed ${kind}`);
    return undefined;
  }
}

const library = await attempt(() => openLibrary({ root, userDataDir, language: () => 'en' }));
if (library !== undefined) {
  const opened = await attempt(() => library.open(id));
  let text = opened?.text ?? '';
  let hash = opened?.hash ?? '';
  let draft = '';
  let filed = { text, hash, revision: 0 };
  const steps = opened === undefined ? 0 : 8;
  for (let revision = 1; revision <= steps; revision += 1) {
    const insert = `t${String(revision)} `;
    const batches = [
      {
        revision,
        edits: [{ from: text.length, to: text.length, insert }],
        length: text.length + insert.length,
      },
    ];
    text += insert;
    const kept =
      draft === '' ? 'resync' : await attempt(() => library.drafts.append(draft, news({ batches })));
    if (kept === 'kept') say(`journalled ${String(revision)}`);
    else {
      const whole = { from: 0, to: filed.text.length, insert: text };
      const since = Array.from({ length: revision - filed.revision }, (_each, step) => ({
        revision: filed.revision + step + 1,
        edits: step === 0 ? [whole] : [],
        length: text.length,
      }));
      const start = { draft: undefined, post: id, ...filed };
      const begun = await attempt(() => library.drafts.begin(start, news({ batches: since })));
      draft = begun === undefined || begun === 'resync' ? '' : begun.draft;
      if (draft !== '') say(`journalled ${String(revision)}`);
    }
    const mark = { revision, length: text.length, sum: sumValue(sumOf(text)) };
    const held = await attempt(() => library.drafts.save(draft, id, mark, hash));
    const saved = held === 'resync' ? await attempt(() => library.save(id, text, hash)) : held;
    if (saved === undefined) continue;
    ({ hash } = saved);
    filed = { text, hash, revision };
    say(`saved ${String(revision)}`);
    await attempt(() => library.drafts.append(draft, news({ saved: { revision, hash } })));
  }
  await attempt(() => library.close());
}
say('done');
