import type { DraftNews, EditBatch } from '../../core/contract/draft.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';

/** A text that a file holds, and which one of the window's revisions it is. */
export interface FiledRevision {
  readonly text: TextSource;
  /** Undefined for the empty text of a post without a file. */
  readonly hash: string | undefined;
  readonly revision: number;
}

/** The edits of one post since the text that its file holds, and up to which of them main has heard. */
export class UnsavedEdits {
  #filed: FiledRevision;
  #batches: EditBatch[] = [];
  #revision: number;
  #heard: number;
  #saved: DraftNews['saved'];

  constructor(filed: FiledRevision) {
    this.#filed = filed;
    this.#revision = this.#heard = filed.revision;
  }

  /** The text that the file holds, as far as the window knows. */
  get filed(): FiledRevision {
    return this.#filed;
  }

  /** That of the text in the window. */
  get revision(): number {
    return this.#revision;
  }

  /** The last revision that main has. */
  get heard(): number {
    return this.#heard;
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0;
  }

  /** `length` is that of the text afterwards. */
  edited(revision: number, edits: readonly TextEdit[], length: number): void {
    this.#batches.push({ revision, edits, length });
    this.#revision = revision;
  }

  /** A file holds this revision now. False when edits are in it that main has not heard of, and never will. */
  saved(filed: FiledRevision & { readonly hash: string }): boolean {
    const { revision, hash } = filed;
    this.#filed = filed;
    this.#batches = this.#batches.filter((batch) => batch.revision > revision);
    this.#saved = { revision, hash };
    return this.#heard >= revision;
  }

  /** The text became another one than edits made it. */
  replaced(filed: FiledRevision): void {
    this.#filed = filed;
    this.#revision = filed.revision;
    this.#batches = [];
  }

  /** What main is to hear next: what is new to it, or, for a journal that begins from the file, all. A save is told once. */
  news(fromFile: boolean): Pick<DraftNews, 'batches' | 'saved'> {
    const saved = fromFile ? undefined : this.#saved;
    this.#saved = undefined;
    const batches = fromFile ? this.#batches : this.#batches.filter(({ revision }) => revision > this.#heard);
    return { batches, saved };
  }

  /** Main has all up to this revision. */
  hasHeard(revision: number): void {
    this.#heard = Math.max(this.#heard, revision);
  }
}
