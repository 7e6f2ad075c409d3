import { expect, test } from 'vitest';
import { answerOf, unlessStopped, within } from './patience.ts';

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

test('what never comes is asked about until nobody waits for it, and what comes takes the question back', async () => {
  const never = new Promise<string>(() => undefined);
  const answers = [true, true, false];
  expect(await unlessStopped(1, never, () => Promise.resolve(answers.shift() ?? false))).toBe(false);
  expect(answers).toEqual([]);
  let come = (_value: string): void => undefined;
  const late = new Promise<string>((resolve) => (come = resolve));
  const asked: AbortSignal[] = [];
  const waited = unlessStopped(1, late, (signal) => {
    asked.push(signal);
    come('there');
    return new Promise(() => undefined);
  });
  expect([await waited, asked.map(({ aborted }) => aborted)]).toEqual([true, [true]]);
  // What fails has come, too; who waits for the work itself hears why.
  expect(await unlessStopped(60_000, Promise.reject(new Error('gone')), () => never.then(Boolean))).toBe(
    true,
  );
});
