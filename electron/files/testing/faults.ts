import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';

/** A folder of its own for one test, removed afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fude-test-'));
  // Users that a test becomes have to get in.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of its own with room for `kilobytes`; the test is skipped where nothing may be mounted. */
export async function smallDisk(context: TestContext, kilobytes: number): Promise<string> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(kilobytes)}k`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    context.skip('a full disk cannot be made here: mounting a tmpfs needs root on Linux');
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}

/**
 * Runs `work` as a user whom file permissions bind; root is not bound by any.
 * `folder` is opened to that user. Skipped where there are no such users.
 */
export async function asOrdinaryUser<T>(
  context: TestContext,
  folder: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!process.getuid || !process.seteuid) context.skip('this system has no user ids');
  if (process.getuid() !== 0) return work();
  await chmod(folder, 0o777);
  const nobody = 65534;
  process.seteuid(nobody);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}
