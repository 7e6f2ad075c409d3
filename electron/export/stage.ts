import { access, chmod, constants } from 'node:fs/promises';
import { FailureError, failing } from '../failures.ts';
import { writeFileAtomic } from '../files/atomic-write.ts';
import { sha256 } from '../files/hash.ts';
import type { Destination } from './destination.ts';
import type { PreparedFile } from './prepare.ts';

/** Writes a file of an export beside its place, flushed and read back; `mode` is that of a file which comes back. */
export async function stageFile(
  staged: string,
  file: PreparedFile,
  { file: path, present }: Destination,
  mode: number | undefined,
): Promise<void> {
  // A rename would replace a file that its owner made read-only.
  if (present !== undefined) await failing(path, 'write', () => access(path, constants.W_OK));
  const bytes = await file.bytes();
  if (sha256(bytes) !== file.hash) throw new FailureError({ kind: 'changed-outside', path });
  try {
    await writeFileAtomic(staged, bytes);
  } catch (error) {
    // The author knows the file by the name it was to get.
    if (!(error instanceof FailureError) || !('path' in error.failure)) throw error;
    throw new FailureError({ ...error.failure, path }, { cause: error });
  }
  const wanted = present?.mode ?? mode;
  if (wanted !== undefined) await failing(path, 'write', () => chmod(staged, wanted));
}
