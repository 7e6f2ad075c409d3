/** Characters of a history from which on it is kept once in so many edits: until then those edits bring it back. */
const large = 100_000;
const manyEdits = 300;

/** Which undo history main has of a post. */
export class KeptUndo {
  #revision: number;
  #length = 0;

  /** `revision`: that of the text that is shown first, whose history main has. */
  constructor(revision: number) {
    this.#revision = revision;
  }

  isOf(revision: number): boolean {
    return revision === this.#revision;
  }

  /** Main has the history of this revision now, of so many characters. */
  kept(revision: number, length: number): void {
    this.#revision = revision;
    this.#length = length;
  }

  /** Whether enough was edited since for a history to go over when typing rests. */
  isBehind(revision: number): boolean {
    return revision - this.#revision > (this.#length > large ? manyEdits : 0);
  }
}
