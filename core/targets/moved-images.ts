import type { ExportProblem } from '../contract/export.ts';
import type { TextEdit } from '../contract/text.ts';
import type { ImageUse } from '../markdown/images.ts';
import { markdownDestination } from '../post/file-name.ts';
import { escapeHtml } from './escape.ts';

/** A text's new image addresses. */
export interface Moved {
  readonly edits: readonly TextEdit[];
  readonly problems: readonly ExportProblem[];
}

/** Writes the new address of every image that has one, once where images share a definition; ascending. */
export function movedImages(
  uses: readonly ImageUse[],
  addressOf: (address: string) => string | undefined,
): Moved {
  const edits = new Map<number, TextEdit>();
  const problems: ExportProblem[] = [];
  for (const { address, local, line, written } of uses) {
    const path = local ? addressOf(address) : undefined;
    if (path === undefined) continue;
    if (written === undefined) {
      problems.push({ severity: 'error', kind: 'image-not-moved', line, subject: address });
      continue;
    }
    const destination = markdownDestination(path);
    const insert = written.as === 'html' ? `"${escapeHtml(destination)}"` : destination;
    edits.set(written.from, { from: written.from, to: written.to, insert });
  }
  return { edits: [...edits.values()].toSorted((a, b) => a.from - b.from), problems };
}
