/** The fields of the front matter that Fude knows. Empty ones are undefined, false or the empty list. */
export interface PostFields {
  readonly title: string | undefined;
  /** As written; see `dates.ts` for reading it. */
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly tags: readonly string[];
  readonly slug: string | undefined;
  readonly draft: boolean;
  readonly description: string | undefined;
  readonly image: string | undefined;
}

export type FieldName = keyof PostFields;

/** In the order in which they are written into a new header. */
export const fieldNames = [
  'title',
  'date',
  'updated',
  'tags',
  'slug',
  'draft',
  'description',
  'image',
] as const satisfies readonly FieldName[];

export const isEmptyField = (value: PostFields[FieldName]): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

export function sameField(a: PostFields[FieldName], b: PostFields[FieldName]): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Tags as they stand in one line of text. */
export const tagsInText = (text: string): readonly string[] =>
  text
    .split(/[,、，]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
