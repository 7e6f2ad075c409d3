import fc from 'fast-check';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { withAnyDamage } from '../files/testing/damage.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import type { NewVersion } from './history-files.ts';
import { History } from './history.ts';
import { Identities } from './identities.ts';
import { failureFrom } from './testing/test-library.ts';

const minute = 60_000;
const day = 86_400_000;
const post = 'a/index.md' as PostId;

const version = (text: string, at: number, why: NewVersion['why'] = 'save'): NewVersion => ({
  post,
  bytes: new TextEncoder().encode(text),
  length: text.length,
  why,
  label: undefined,
  at,
});

/** The text of a version by its place. */
async function textAt(kept: History, number: number, identity = 'one'): Promise<string> {
  const found = (await kept.versions(identity))[number];
  return Buffer.from(await kept.read(identity, found?.hash ?? '')).toString();
}

async function history(): Promise<{
  folder: string;
  kept: History;
  texts: (identity?: string) => Promise<readonly string[]>;
}> {
  const folder = join(await temporaryFolder(), 'history');
  const kept = new History(folder);
  onTestFinished(() => kept.close());
  const texts = async (identity = 'one') => {
    const list: string[] = [];
    for (const { hash } of await kept.versions(identity))
      list.push(Buffer.from(await kept.read(identity, hash)).toString());
    return list;
  };
  return { folder, kept, texts };
}

test('versions come back byte for byte, also after a restart', async () => {
  const { folder, kept, texts } = await history();
  const bytes = ['\uFEFFone\r\n', 'one two\r', '', 'one two three', '三'];
  for (const [index, text] of bytes.entries())
    expect(await kept.record('one', version(text, index * minute))).toBe(true);
  expect(await texts()).toEqual(bytes);
  await kept.close();
  const again = new History(folder);
  onTestFinished(() => again.close());
  await again.record('one', version('after', 9 * minute));
  expect(await textAt(again, 0)).toBe('\uFEFFone\r\n');
  expect(await again.versions('one')).toHaveLength(6);
  expect(await again.versions('two')).toEqual([]);
});

test('saves give one version a minute, the last one when the post is left', async () => {
  const { kept, texts } = await history();
  for (let second = 0; second <= 70; second += 1)
    await kept.record('one', version(`second ${String(second)}`, second * 1000));
  expect(await texts()).toEqual(['second 0', 'second 60']);
  await kept.flush('one');
  expect(await texts()).toEqual(['second 0', 'second 60', 'second 70']);
  await kept.flush('one');
  expect(await texts()).toHaveLength(3);
});

test('an export, a version from outside and a longer text are kept at once, and what stood before them', async () => {
  const { kept, texts } = await history();
  await kept.record('one', version('first', 0));
  await kept.record('one', version('typed since', 1000));
  await kept.record('one', version('theirs', 2000, 'outside'));
  await kept.record('one', version('long', 2500, 'shrink'));
  await kept.record('one', version('exported', 3000, 'export'));
  expect(await texts()).toEqual(['first', 'typed since', 'theirs', 'long', 'exported']);
  expect((await kept.versions('one')).map(({ why }) => why)).toEqual([
    'save',
    'save',
    'outside',
    'shrink',
    'export',
  ]);
});

test('the same bytes again are no new version; bytes of an older version cost next to nothing', async () => {
  const { folder, kept, texts } = await history();
  const long = [...Array(5000).keys()].join(' ');
  await kept.record('one', version(long, 0));
  expect(await kept.record('one', version(long, 5 * minute))).toBe(false);
  await kept.record('one', version('short', 6 * minute));
  const before = (await readFile(join(folder, 'one.history'))).length;
  await kept.record('one', version(long, 7 * minute));
  expect((await readFile(join(folder, 'one.history'))).length - before).toBeLessThan(250);
  expect(await texts()).toEqual([long, 'short', long]);
});

test('a clock that was set back stops nothing and changes no order', async () => {
  const { kept, texts } = await history();
  await kept.record('one', version('a', 100 * day));
  expect(await kept.record('one', version('b', 5))).toBe(true);
  expect(await texts()).toEqual(['a', 'b']);
});

test('1,000 saves of a 20 kB post cost less than 2 MB', async () => {
  const { folder, kept } = await history();
  const random = pseudoRandom(7);
  const words = [
    '筆',
    '勉強会',
    'エディター',
    'the',
    'writer',
    'です。',
    'ます。',
    'preview',
    '、',
    'と',
    'は',
    'を',
    '\n\n',
  ];
  const typed = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]).join('');
  let text = typed(3500);
  for (let save = 0; save < 1000; save += 1) {
    // A minute of writing: a sentence at one place, a word at two others.
    for (const length of [20, 2, 2]) {
      const [at, now] = [Math.floor(random() * text.length), typed(length)];
      text = text.slice(0, at) + now + text.slice(at + now.length);
    }
    await kept.record('one', version(text, save * minute));
  }
  expect(Math.abs(Buffer.byteLength(text) - 20_000)).toBeLessThan(2000);
  expect(await kept.versions('one')).toHaveLength(1000);
  expect(await textAt(kept, 999)).toBe(text);
  const size = (await readFile(join(folder, 'one.history'))).length;
  expect(size).toBeLessThan(2_000_000);
  const { blocks } = await stat(join(folder, 'one.history'));
  expect(blocks * 512).toBeLessThan(2_000_000);
});

/** The same numbers in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('thinning keeps 30 days whole, a year by the day, and the bytes of what it keeps', async () => {
  const { kept, texts } = await history();
  const now = 1000 * day;
  const ages = [400, 200.9, 200.5, 200.1, 31.5, 29, 29, 1, 0];
  for (const [index, age] of ages.entries()) {
    await kept.record(
      'one',
      version(`${'text '.repeat(index * 50)}${String(index)}`, now - age * day, 'outside'),
    );
  }
  await kept.thin(now, 1_000_000);
  expect((await texts()).map((text) => text.at(-1))).toEqual(['3', '4', '5', '6', '7', '8']);
  expect(await kept.record('one', version('after', now))).toBe(true);
  expect((await texts()).at(-1)).toBe('after');
});

test('a limit drops the oldest of the largest histories, never the newest version of any', async () => {
  const { folder, kept, texts } = await history();
  const random = pseudoRandom(3);
  const noise = (): string =>
    Array.from({ length: 2000 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000))).join('');
  const last = { one: '', two: '' };
  for (let index = 0; index < 10; index += 1) {
    await kept.record('one', version((last.one = noise()), index, 'outside'));
    if (index < 2) await kept.record('two', version((last.two = noise()), index, 'outside'));
  }
  await kept.thin(day, 30_000);
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await readFile(join(folder, name))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(30_000);
  expect((await texts('one')).at(-1)).toBe(last.one);
  expect((await texts('two')).at(-1)).toBe(last.two);
  await kept.thin(day, 0);
  expect([await texts('one'), await texts('two')]).toEqual([[last.one], [last.two]]);
});

test('a history cut or changed at any byte gives only true versions, and goes on', async () => {
  const { folder, kept } = await history();
  const texts = ['one', 'one two', 'one two three', 'four'];
  for (const [index, text] of texts.entries()) await kept.record('one', version(text, index * minute));
  await kept.close();
  const path = join(folder, 'one.history');
  await withAnyDamage(path, 150, async () => {
    const damaged = new History(folder);
    for (const { number } of await damaged.versions('one'))
      expect(await textAt(damaged, number)).toBe(texts[number]);
    await damaged.record('one', version('goes on', 99 * minute));
    const versions = await damaged.versions('one');
    expect(await textAt(damaged, versions.length - 1)).toBe('goes on');
    await damaged.close();
  });
});

test('any versions come back, in order', async () => {
  const { kept } = await history();
  let identity = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 30 }),
      async (list) => {
        const name = `post-${String((identity += 1))}`;
        const expected: Buffer[] = [];
        for (const text of list) {
          const bytes = Buffer.from(text);
          const isNew = await kept.record(name, { ...version(text, 0, 'outside'), bytes });
          if (isNew) expected.push(bytes);
        }
        const versions = await kept.versions(name);
        const read = await Promise.all(versions.map(({ hash }) => kept.read(name, hash)));
        expect(read.map((bytes) => Buffer.from(bytes))).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});

test('a version that is not there is missing', async () => {
  const { kept } = await history();
  expect((await failureFrom(kept.read('none', 'a'.repeat(64)))).kind).toBe('missing');
});

test('an identity stays with its post through renames and restarts', async () => {
  const path = join(await temporaryFolder(), 'identities.json');
  const none = () => Promise.resolve(new Map<string, PostId>());
  const identities = await Identities.open(path, none);
  const id = (name: string) => name as PostId;
  const first = await identities.of(id('old/index.md'));
  const other = await identities.of(id('older/index.md'));
  expect(first).not.toBe(other);
  await identities.moved('old', 'new');
  const again = await Identities.open(path, none);
  expect([await again.of(id('new/index.md')), await again.of(id('older/index.md'))]).toEqual([first, other]);
  expect([first, other]).not.toContain(await again.of(id('old/index.md')));
});

test('damaged identities are made again from the histories', async () => {
  const { folder, kept } = await history();
  await kept.record('0123456789abcdef01234567', version('text', 0));
  const path = join(folder, 'identities.json');
  await writeFile(path, '{"a/in');
  const identities = await Identities.open(path, () => kept.posts());
  expect(await identities.of(post)).toBe('0123456789abcdef01234567');
  await mkdir(join(folder, 'directory.history'));
  expect((await kept.posts()).size).toBe(1);
});
