import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Place } from './place.ts';
import type { Variant } from './variants.ts';
import { openWindow, ProbeTooLate, type Window } from './window.ts';

let probe: Promise<string> | undefined;

/**
 * Opens a variant with these documents, in a fresh process with a fresh profile; a page gets the first of them, Fude a
 * library of them all. The window is closed and its folder removed when `work` has ended.
 */
export async function withVariant<T>(
  place: Place,
  variant: Variant,
  documents: Readonly<Record<string, string>>,
  work: (window: Window) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fude-bench-'));
  try {
    const library = join(folder, 'library');
    for (const [path, text] of Object.entries(documents)) {
      await mkdir(dirname(join(library, path)), { recursive: true });
      await writeFile(join(library, path), text);
    }
    const first = join(library, Object.keys(documents)[0] ?? '');
    probe ??= readFile(join(place.out, 'probe', 'probe.js'), 'utf8');
    const source = await probe;
    const window = await inTime((attempt) =>
      openWindow(place, {
        args: [
          ...program(place, variant, library, first),
          `--user-data-dir=${join(folder, `profile-${attempt}`)}`,
        ],
        panes: variant.panes,
        probe: source,
      }),
    );
    try {
      return await work(window);
    } finally {
      await window.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const attempts = 5;

/** Who starts first, the page or the probe, is a race; a start that the page won is no measurement. */
async function inTime(open: (attempt: number) => Promise<Window>): Promise<Window> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open(attempt);
    } catch (error) {
      if (!(error instanceof ProbeTooLate) || attempt === attempts) throw error;
    }
  }
}

const program = (
  { root, out }: Place,
  { page }: Variant,
  library: string,
  first: string,
): readonly string[] =>
  page === undefined
    ? [root, '--library', library, '--lang=en']
    : [
        join(root, 'bench', 'window'),
        `--bench-page=${page}`,
        `--bench-pages=${join(out, 'pages')}`,
        `--bench-document=${first}`,
      ];
