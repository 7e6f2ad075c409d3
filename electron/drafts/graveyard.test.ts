import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Burial } from '../../core/contract/graveyard.ts';
import { withAnyDamage } from '../files/testing/damage.ts';
import { temporaryFolder } from '../files/testing/faults.ts';
import { Graveyard } from './graveyard.ts';
import { failureFrom, postId } from './testing/test-library.ts';

const day = 86_400_000;
const now = 1000 * day;
const id = (number: number): string => number.toString(16).padStart(24, '0');
const burial = (number: number, text: string, more: Partial<Burial> = {}): Burial => ({
  id: id(number),
  text,
  at: now,
  post: postId('a.md'),
  title: 'First',
  ...more,
});

async function graveyard(limit?: number): Promise<{ path: string; yard: Graveyard; open: () => Graveyard }> {
  const path = join(await temporaryFolder(), 'data', 'graveyard.log');
  const open = (): Graveyard => {
    const yard = new Graveyard(path, () => now, limit);
    onTestFinished(() => yard.close());
    return yard;
  };
  return { path, yard: open(), open };
}

const excerpts = async (yard: Graveyard, query = '', post?: string): Promise<readonly string[]> =>
  (await yard.find(query, post === undefined ? undefined : postId(post))).map(({ excerpt }) => excerpt);

test('deleted texts are found again after a restart, newest first, by their words and their post', async () => {
  const { yard, open } = await graveyard();
  await yard.bury([burial(1, 'An old paragraph\n\nwith a second line.'), burial(2, 'ｶﾞﾗｽの猫')]);
  await yard.bury([burial(3, 'Another post', { post: postId('b.md'), title: 'Second' })]);
  await yard.close();
  const again = open();
  expect(await excerpts(again)).toEqual(['Another post', 'ｶﾞﾗｽの猫', 'An old paragraph with a second line.']);
  expect(await excerpts(again, 'ガラス')).toEqual(['ｶﾞﾗｽの猫']);
  expect(await excerpts(again, 'SECOND line')).toEqual(['with a second line.']);
  expect(await excerpts(again, '', 'b.md')).toEqual(['Another post']);
  expect(await excerpts(again, 'nothing')).toEqual([]);
  expect(await again.read(id(1))).toBe('An old paragraph\n\nwith a second line.');
  expect((await again.find('', undefined))[0]).toMatchObject({ title: 'Second', at: now, length: 12 });
});

test('the same text of one post is listed once; one that is back is not lost', async () => {
  const { yard } = await graveyard();
  await yard.bury([burial(1, 'the same'), burial(2, 'in between'), burial(3, 'the same')]);
  expect(await excerpts(yard)).toEqual(['the same', 'in between']);
  await yard.revive([id(3)]);
  expect(await excerpts(yard)).toEqual(['in between']);
  expect((await failureFrom(yard.read(id(3)))).kind).toBe('missing');
});

test('a text is kept a year; a clock that was set back hides nothing', async () => {
  const { yard } = await graveyard();
  await yard.bury([
    burial(1, 'too old', { at: now - 366 * day }),
    burial(2, 'old', { at: now - 364 * day }),
    burial(3, 'from the future', { at: now + 900 * day }),
  ]);
  expect(await excerpts(yard)).toEqual(['from the future', 'old']);
});

test('the place on the disk is bounded; the newest texts stay', async () => {
  const { path, yard } = await graveyard(20_000);
  const noise = (seed: number): string =>
    Array.from({ length: 500 }, (_each, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919 * seed) % 9973)),
    ).join('');
  for (let number = 1; number <= 60; number += 1) await yard.bury([burial(number, noise(number))]);
  expect((await stat(path)).size).toBeLessThanOrEqual(20_000);
  const left = await yard.find('', undefined);
  expect(left.length).toBeGreaterThan(3);
  expect(left[0]?.id).toBe(id(60));
  await yard.bury([burial(61, Array.from({ length: 60 }, (_each, at) => noise(at + 100)).join(''))]);
  expect((await yard.find('', undefined))[0]?.id).toBe(id(60));
});

test('a log cut or changed at any byte gives only true texts, and goes on', async () => {
  const { path, yard } = await graveyard();
  const texts = ['one text', 'another text', 'a third'];
  for (const [index, text] of texts.entries()) await yard.bury([burial(index, text)]);
  await yard.close();
  await withAnyDamage(path, 100, async () => {
    const damaged = new Graveyard(path, () => now);
    for (const lost of await damaged.find('', undefined))
      expect(texts).toContain(await damaged.read(lost.id));
    await damaged.bury([burial(9, 'goes on')]);
    expect((await excerpts(damaged))[0]).toBe('goes on');
    await damaged.close();
  });
});

test('what no window of Fude hands over is refused', async () => {
  const { yard } = await graveyard();
  for (const wrong of [
    undefined,
    [{}],
    [{ ...burial(1, 'a'), id: '../x' }],
    [{ ...burial(1, 'a'), text: 1 }],
  ]) {
    expect((await failureFrom(Promise.resolve().then(() => yard.bury(wrong)))).kind).toBe('refused');
  }
});
