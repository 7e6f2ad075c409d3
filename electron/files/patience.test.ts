import { expect, test } from 'vitest';
import { answerOf, within } from './patience.ts';

test('what is there in time is answered, and what never comes is not waited for', async () => {
  expect(await within(60_000, Promise.resolve('there'))).toBe('there');
  expect(await within(1, new Promise<string>(() => undefined))).toBeUndefined();
});

test('an error in time is thrown, and one that comes late is nobody’s', async () => {
  await expect(within(60_000, Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  let fail = (_error: Error): void => undefined;
  const late = new Promise<string>((_resolve, reject) => (fail = reject));
  expect(await within(1, late)).toBeUndefined();
  fail(new Error('late'));
  await expect(late).rejects.toThrow('late');
});

test('what does not answer fails by its name', async () => {
  expect(await answerOf('/share', Promise.resolve('there'))).toBe('there');
  await expect(answerOf('/share', new Promise(() => undefined), 1)).rejects.toMatchObject({
    failure: { kind: 'io', path: '/share', code: 'ETIMEDOUT' },
  });
});
