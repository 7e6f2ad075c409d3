/**
 * What is loaded only when a post needs it: KaTeX, the names of emoji, grammars of code by `grammar:` and their name, and
 * drawings by `diagram:` and the source of the diagram.
 */
export type Extra = 'math' | 'emoji' | `grammar:${string}` | `diagram:${string}`;

/** What stands behind this prefix in the names of extras. */
export const namesOf = (prefix: 'grammar:' | 'diagram:', extras: Iterable<Extra>): string[] =>
  [...extras].flatMap((extra) => (extra.startsWith(prefix) ? [extra.slice(prefix.length)] : []));
