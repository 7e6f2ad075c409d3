import { expect, test } from 'vitest';
import { mapLimited } from './pool.ts';
import { Queue } from './queue.ts';

test('tasks run in order and alone, also after one that failed', async () => {
  const queue = new Queue();
  const seen: string[] = [];
  const step = async (name: string): Promise<string> => {
    seen.push(`${name} starts`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    return name;
  };
  const failed = queue.run(() => Promise.reject(new Error('first')));
  const second = queue.run(() => step('second'));
  const third = queue.run(() => step('third'));
  await expect(failed).rejects.toThrow('first');
  await queue.idle();
  expect(await Promise.all([second, third])).toEqual(['second', 'third']);
  expect(seen).toEqual(['second starts', 'second ends', 'third starts', 'third ends']);
});

test('a pool keeps the order of its items and never exceeds its limit', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimited([...Array(50).keys()], 4, async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running -= 1;
    return item * 2;
  });
  expect(results).toEqual([...Array(50).keys()].map((item) => item * 2));
  expect(most).toBe(4);
  await expect(mapLimited([1], 4, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
});
