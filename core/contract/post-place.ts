/** Where a post was left. `caret` in characters of the text, `scroll` the first visible line (1-based). */
export interface PostPlace {
  readonly anchor: number;
  readonly head: number;
  readonly scroll: number;
}
