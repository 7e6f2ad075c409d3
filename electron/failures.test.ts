import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FailureError, failing, failureOf, toFailure } from './failures.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test.each([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EEXIST', 'exists'],
  ['EISDIR', 'not-a-file'],
  ['ELOOP', 'not-a-file'],
  ['ENAMETOOLONG', 'bad-name'],
  ['EIO', 'io'],
  ['ESTALE', 'io'],
])('%s is told as "%s"', (code, kind) => {
  expect(toFailure(systemError(code), '/library/post.md', 'write').kind).toBe(kind);
});

test('a denial says whether it was reading or writing', () => {
  expect(toFailure(systemError('EACCES'), '/p', 'read')).toEqual({
    kind: 'denied',
    path: '/p',
    access: 'read',
  });
});

test('an error without a code of the system is a fault of Fude', () => {
  expect(toFailure(new TypeError('oops'), '/p', 'read')).toMatchObject({ kind: 'internal' });
  const argument = Object.assign(new TypeError('bad argument'), { code: 'ERR_INVALID_ARG_TYPE' });
  expect(toFailure(argument, '/p', 'read').kind).toBe('internal');
  expect(failureOf('a string')).toEqual({ kind: 'internal', detail: 'a string' });
});

test('a FailureError keeps its own failure', () => {
  const error = new FailureError({ kind: 'exists', path: '/x' });
  expect(failureOf(error)).toBe(error.failure);
  expect(toFailure(error, '/other', 'read')).toBe(error.failure);
});

test('failing() names the path and keeps the cause', async () => {
  const error = await failing('/nowhere/at/all', 'read', () => readFile('/nowhere/at/all')).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FailureError);
  expect(failureOf(error)).toEqual({ kind: 'missing', path: '/nowhere/at/all' });
  expect((error as FailureError).cause).toBeInstanceOf(Error);
});
