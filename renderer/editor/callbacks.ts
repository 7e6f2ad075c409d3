import type { Text } from '@codemirror/state';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';

/** What an edit did to the text. */
export interface PostChange {
  /** The text after the edit; it has the shape of the contract's `TextSource`. */
  readonly doc: Text;
  /** In the order of the text, positions those before the edit. */
  readonly edits: readonly TextEdit[];
  /** The edit is part of an IME's composition, which is still going on. */
  readonly composing: boolean;
  /** The edit came by `replaceFromOutside`, not from the author. */
  readonly outside: boolean;
}

/** An edit that is about to be shown. */
export interface PostEdit {
  /** The text after it. */
  readonly doc: Text;
  /** In the order of the text, positions those before the edit. */
  readonly edits: readonly TextEdit[];
  /** Where the caret is then: 1-based, the fraction is the part of the line before it. */
  readonly line: number;
}

/** What went and what came in one go; of what came, long pieces only. */
export interface Turnover {
  /** In the order of the text. */
  readonly lost: readonly TextSource[];
  readonly gained: readonly TextSource[];
}

/** How the editor speaks to the rest of the window. All but `onEdit` are called synchronously, after the text is on the page. */
export interface EditorCallbacks {
  /**
   * With every edit of the shown post before it is on the page, so that who shows it in another process begins at once;
   * not when another post is shown.
   */
  readonly onEdit: (edit: PostEdit) => void;
  /** With every edit of the shown post, in the same task; not when another post is shown. */
  readonly onChange: (change: PostChange) => void;
  /**
   * When the caret moves or the text changes, which `edited` tells. `line` is 1-based, the fraction is the part of it before
   * the caret.
   */
  readonly onCaret: (line: number, edited: boolean) => void;
  /** When more than a few words were deleted or put in: a run of deletions when it is over, never while an IME composes. */
  readonly onTurnover: (turnover: Turnover) => void;
  /** When the author scrolls: 1-based, with the part of the line that is above the edge. Not called for `scrollToLine`. */
  readonly onScroll: (topLine: number) => void;
  /** Files pasted or dropped; the caret stands where they shall go. What is no image is for the caller to refuse. */
  readonly onFiles: (files: readonly File[]) => void;
  /** An edit was refused that would have made the post larger than a post may be; both in bytes. */
  readonly onTooLarge: (size: number, limit: number) => void;
  /** A link was clicked with Ctrl (Cmd on macOS); its address as it is written. */
  readonly onLink: (address: string) => void;
}
