import { previewFind } from '../state/preview-find.ts';
import { showPreview } from '../state/view.ts';
import type { Finder } from '../preview/find.ts';
import { preview } from './surfaces.ts';

/** The one that looks in the post that is shown: on its way from the first letter on, so that the next finds it. */
let finder: Promise<Finder | undefined> | undefined;

/** Opens the field above the preview, whose text is then looked for. */
export function findInPreview(): void {
  showPreview(true);
  previewFind.value = { count: 0, current: 0, searching: false };
}

/** Looks for a text in the whole of the post that is shown. */
export async function lookInPreview(query: string): Promise<void> {
  const asked = (finder ??= openFinder());
  const open = await asked;
  // The preview is not there yet: the next letter asks again.
  if (open === undefined && finder === asked) finder = undefined;
  open?.look(query);
}

export const findNextInPreview = (): void => void withFinder((open) => open.step(false));
export const findPreviousInPreview = (): void => void withFinder((open) => open.step(true));

/** Takes the field and the marks away. */
export function closePreviewFind(): void {
  void withFinder((open) => open.close());
  finder = undefined;
  previewFind.value = undefined;
}

async function openFinder(): Promise<Finder | undefined> {
  return preview()?.openFinder((found) => {
    if (previewFind.peek() !== undefined) previewFind.value = found;
  });
}

async function withFinder(act: (open: Finder) => void): Promise<void> {
  const open = await finder;
  if (open !== undefined) act(open);
}
