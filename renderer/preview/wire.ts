import type { CommandId } from '../../core/contract/commands.ts';
import type { DrawnDiagram } from '../../core/contract/diagram.ts';
import type { Blog } from '../../core/contract/library.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { Found } from './find.ts';

/** What the window and the preview's page tell each other; both are pages of Fude, each in a process of its own. */

export type Theme = 'light' | 'dark' | 'system';

/** Where a post lies, for its images, and what its language is found out by. */
export interface Surroundings {
  /** Address that the library's files are below, with a slash at its end. */
  readonly library: string;
  /** The post's folder in there, `/` between names; empty for the library itself. */
  readonly folder: string;
  readonly blog: Pick<Blog, 'language' | 'open'>;
}

/** Told in the order in which it happened; all of one task together. */
export type ToPage =
  /** A post; without its text, the one that is shown, in other surroundings. */
  | { readonly kind: 'show'; readonly text: string | undefined; readonly surroundings: Surroundings }
  /** Positions are those before the edit, `length` is the text's after it. `line`: the one to bring into view then. */
  | {
      readonly kind: 'edit';
      readonly edits: readonly TextEdit[];
      readonly length: number;
      readonly line: number | undefined;
    }
  | { readonly kind: 'scrollToLine'; readonly line: number }
  /** `pointed`: the reader has pointed at it. */
  | { readonly kind: 'revealLine'; readonly line: number; readonly pointed: boolean }
  | { readonly kind: 'letGo' | 'retryImages' | 'closeFind' }
  | { readonly kind: 'theme'; readonly theme: Theme }
  /** What stands before and behind the address in the mark of an image that cannot be shown. */
  | { readonly kind: 'words'; readonly missingImage: readonly [string, string] }
  | { readonly kind: 'find'; readonly query: string }
  | { readonly kind: 'findNext'; readonly back: boolean }
  | { readonly kind: 'drawn'; readonly request: number; readonly drawn: DrawnDiagram };

export type ToWindow =
  | { readonly kind: 'scroll'; readonly line: number }
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'click'; readonly from: number; readonly to: number }
  | { readonly kind: 'command'; readonly id: CommandId }
  /** Behind a command's key, before the focus has left the page. */
  | { readonly kind: 'typed'; readonly sign: string }
  /** The page's text is not the window's, which begins anew with it. */
  | { readonly kind: 'lost' }
  /** The focus has left the page. */
  | { readonly kind: 'left' }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'draw'; readonly request: number; readonly source: string };
