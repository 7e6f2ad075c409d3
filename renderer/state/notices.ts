import { signal } from '@preact/signals';
import type { Copied, PasteTarget } from '../../core/contract/paste.ts';
import type { UndoneExport } from '../../core/contract/export.ts';
import type { Failure } from '../../core/contract/failure.ts';
import type { PostId, Shrunk } from '../../core/contract/post.ts';

/** A passing word to the author, at the foot of the window. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'trashed'; readonly title: string; readonly ticket: string }
  | { readonly kind: 'restored'; readonly title: string }
  | { readonly kind: 'imageStored'; readonly name: string }
  | { readonly kind: 'imageNotKnown'; readonly name: string }
  /** Sizes in bytes. */
  | { readonly kind: 'editTooLarge'; readonly size: number; readonly limit: number }
  | { readonly kind: 'linkRefused'; readonly address: string }
  | { readonly kind: 'savedElsewhere'; readonly path: string }
  | { readonly kind: 'exportedAgain'; readonly count: number; readonly folder: string }
  | { readonly kind: 'backedUp' }
  | { readonly kind: 'exportUndone'; readonly undone: UndoneExport }
  | { readonly kind: 'pdfSaved'; readonly path: string }
  | { readonly kind: 'copiedHtml' }
  | { readonly kind: 'copiedFor'; readonly target: PasteTarget; readonly copied: Copied }
  | { readonly kind: 'copied' }
  | ({ readonly kind: 'shrunk'; readonly post: PostId; readonly title: string } & Shrunk)
  /** The text of a post whose file is gone lies among the deleted texts. */
  | { readonly kind: 'letGo'; readonly title: string }
  | { readonly kind: 'versionRestored' }
  /** Versions or deleted texts cannot be kept at the moment. */
  | { readonly kind: 'historyTrouble'; readonly failure: Failure };

export interface ShownNotice {
  readonly number: number;
  readonly notice: Notice;
}

export const notices = signal<readonly ShownNotice[]>([]);
let last = 0;

/** Failures stay until dismissed; the view lets the others fade. */
export function notify(notice: Notice): void {
  last += 1;
  notices.value = [...notices.value.slice(-2), { number: last, notice }];
}

/** One that is shown already is not said twice: it comes to the end. */
export function notifyFailure(failure: Failure): void {
  const same = JSON.stringify(failure);
  notices.value = notices.value.filter(
    ({ notice }) => notice.kind !== 'failure' || JSON.stringify(notice.failure) !== same,
  );
  notify({ kind: 'failure', failure });
}

/** Every key in a full post is refused; one word about it is enough. */
export function notifyTooLarge(size: number, limit: number): void {
  notices.value = notices.value.filter(({ notice }) => notice.kind !== 'editTooLarge');
  notify({ kind: 'editTooLarge', size, limit });
}

export function dismiss(number: number): void {
  notices.value = notices.value.filter((shown) => shown.number !== number);
}
