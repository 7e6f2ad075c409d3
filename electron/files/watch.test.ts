import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchRoot, type RootState } from './root-watch.ts';
import { temporaryFolder } from './testing/faults.ts';
import { TreeWatch } from './watch.ts';

/** Collects what is heard, and waits for a wanted thing without a clock. */
class Ear<T> {
  readonly heard: T[] = [];
  readonly #waiting: { readonly wanted: T; readonly resolve: () => void }[] = [];

  readonly hear = (thing: T): void => {
    this.heard.push(thing);
    for (const { wanted, resolve } of this.#waiting) if (wanted === thing) resolve();
  };

  async next(wanted: T): Promise<void> {
    this.heard.length = 0;
    await new Promise<void>((resolve) => this.#waiting.push({ wanted, resolve }));
  }
}

async function watched(
  folders: readonly string[],
): Promise<{ root: string; ear: Ear<string>; watch: TreeWatch }> {
  const root = await temporaryFolder();
  const ear = new Ear<string>();
  const watch = new TreeWatch(root, ear.hear);
  onTestFinished(() => watch.close());
  watch.add('');
  for (const folder of folders) {
    await mkdir(join(root, folder), { recursive: true });
    watch.add(folder);
  }
  return { root, ear, watch };
}

test('hears a new file, a change and a removal below watched folders', async () => {
  const { root, ear } = await watched(['a', 'a/b']);
  const path = join(root, 'a/b/index.md');
  for (const act of [() => writeFile(path, 'one'), () => writeFile(path, 'two'), () => rm(path)]) {
    const heard = ear.next('a/b/index.md');
    await act();
    await heard;
  }
});

test('hears a change that keeps size and time, and one of a file that was put in the place of another', async () => {
  const { root, ear } = await watched(['a']);
  const path = join(root, 'a/index.md');
  await writeFile(path, 'one');
  const { atime, mtime } = await stat(path);
  let heard = ear.next('a/index.md');
  await writeFile(path, 'two');
  await utimes(path, atime, mtime);
  await heard;
  heard = ear.next('a/index.md');
  await writeFile(join(root, 'a/new.tmp'), 'six');
  await rename(join(root, 'a/new.tmp'), path);
  await heard;
  heard = ear.next('a/index.md');
  await writeFile(path, 'ten');
  await heard;
});

test('a folder that was moved away and made anew can be watched anew', async () => {
  const { root, ear, watch } = await watched(['a']);
  let heard = ear.next('a');
  await rename(join(root, 'a'), join(root, 'b'));
  await heard;
  await mkdir(join(root, 'a'));
  watch.remove('a');
  watch.add('a');
  heard = ear.next('a/index.md');
  await writeFile(join(root, 'a/index.md'), 'text');
  await heard;
});

test('a folder that is not there is no error, and the watch stays complete', async () => {
  const { watch } = await watched([]);
  watch.add('nowhere');
  expect(watch.complete).toBe(true);
});

test('tells that the root vanished, came back, and was replaced', async () => {
  const folder = await temporaryFolder();
  const root = join(folder, 'library');
  await mkdir(root);
  const ear = new Ear<RootState>();
  const watch = watchRoot(root, 5, ear.hear);
  onTestFinished(() => watch.stop());
  expect(await watch.look()).toBe('there');
  let told = ear.next('gone');
  await rename(root, join(folder, 'away'));
  await told;
  expect(await watch.look()).toBe('gone');
  told = ear.next('there');
  await rename(join(folder, 'away'), root);
  await told;
  told = ear.next('other');
  await mkdir(join(folder, 'fresh'));
  await rm(root, { recursive: true });
  await rename(join(folder, 'fresh'), root);
  await told;
  expect(await watch.look()).toBe('there');
});

test('a root that does not answer is gone until it does', async () => {
  const root = await temporaryFolder();
  const ear = new Ear<RootState>();
  let answer = (_identity: string): void => undefined;
  const silent = new Promise<string>((resolve) => (answer = resolve));
  const told = ear.next('gone');
  const watch = watchRoot(root, 5, ear.hear, 20, () => silent);
  onTestFinished(() => watch.stop());
  await told;
  // Nobody waits for it a second time.
  expect(await watch.look()).toBe('gone');
  const back = ear.next('there');
  answer('1:1');
  await back;
  expect(await watch.look()).toBe('there');
});
