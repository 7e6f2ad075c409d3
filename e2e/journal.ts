import { join } from 'node:path';
import { appDataOf } from '../electron/drafts/app-data.ts';
import { replay } from '../electron/drafts/draft.ts';
import { readJournals } from '../electron/drafts/journal-files.ts';
import { expect, type Fude } from './launch.ts';

/** Resolves when a journal of this library would bring back this text, and the caret to this place in it. */
export async function journalled(
  { userData }: Fude,
  library: string,
  text: string,
  caret = text.length,
): Promise<void> {
  const folder = join(appDataOf(userData, library), 'drafts', 'open');
  const kept = async (): Promise<readonly unknown[]> =>
    [...(await readJournals(folder)).values()].map((entries) => {
      const draft = replay(entries);
      return { text: draft?.text, place: draft?.notes['place'] };
    });
  await expect.poll(kept).toContainEqual({ text, place: expect.objectContaining({ head: caret }) });
}
