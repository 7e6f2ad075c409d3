import { previewFind, previewFindAsked } from '../state/preview-find.ts';
import { showPreview } from '../state/view.ts';
import type { Finder } from '../preview/find.ts';
import { preview } from './surfaces.ts';

let finder: Finder | undefined;

/** Opens the field above the preview, whose text is then looked for, or goes back to it. */
export function findInPreview(): void {
  showPreview(true);
  previewFind.value ??= { count: 0, current: 0, searching: false };
  previewFindAsked.value++;
}

/** Looks for a text in the whole of the post that is shown. */
export function lookInPreview(query: string): void {
  finder ??= preview()?.openFinder((found) => {
    if (previewFind.peek() !== undefined) previewFind.value = found;
  });
  finder?.look(query);
}

export const findNextInPreview = (): void => finder?.step(false);
export const findPreviousInPreview = (): void => finder?.step(true);

/** Takes the field and the marks away. */
export function closePreviewFind(): void {
  finder?.close();
  finder = undefined;
  previewFind.value = undefined;
}
