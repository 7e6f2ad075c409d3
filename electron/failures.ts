import type { Failure } from '../core/contract/failure.ts';

/** A failure on its way up to `ipc.ts` or the command line, where it becomes data again. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(JSON.stringify(failure), options);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** The error code of the system (`ENOENT`), or undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

/** Says what a file operation on `path` met, as data. Errors that carry no code of the system are Fude's own. */
export function toFailure(error: unknown, path: string, access: 'read' | 'write'): Failure {
  if (error instanceof FailureError) return error.failure;
  const code = errorCode(error);
  switch (code) {
    case undefined:
      return failureOf(error);
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'denied', path, access };
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full', path };
    case 'EEXIST':
    case 'ENOTEMPTY':
      return { kind: 'exists', path };
    case 'EISDIR':
    case 'ELOOP':
    case 'ENXIO':
      return { kind: 'not-a-file', path };
    case 'ENAMETOOLONG':
      return { kind: 'bad-name', name: path.split(/[\\/]/).at(-1) ?? path, reason: 'too-long' };
    default:
      return { kind: 'io', path, code };
  }
}

/** What to tell of anything that was thrown: its own failure, or that it is a fault of Fude. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof Error) return { kind: 'internal', detail: error.stack ?? error.message };
  return { kind: 'internal', detail: String(error) };
}

/** Runs one file operation; whatever the system throws leaves as a FailureError about `path`. */
export async function failing<T>(path: string, access: 'read' | 'write', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError(toFailure(error, path, access), { cause: error });
  }
}

/** {@link failing} for what is done in one go. */
export function failingNow<T>(path: string, access: 'read' | 'write', work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError(toFailure(error, path, access), { cause: error });
  }
}
