import { computed, effect, signal } from '@preact/signals';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { fieldsOf, readFrontMatter, type FrontMatter } from '../../core/post/front-matter.ts';
import { frontMatterRange } from '../../core/contract/front-matter-range.ts';
import { dateInName, postName } from '../../core/post/post-name.ts';
import type { PostDocument } from './post-document.ts';
import type { SaveState } from './shown-saves.ts';
import { settings } from './session.ts';

/** The post in the window. Undefined only before the first one is shown. */
export const currentPost = signal<PostDocument | undefined>(undefined);

export const saveState = computed<SaveState>(() => currentPost.value?.saveState.value ?? { kind: 'new' });

/** The header of the current post, for the fields above the text. */
export const frontMatter = signal<FrontMatter>({ kind: 'none' });

/** The header's values as the strip shows them, whatever kind of header there is. */
export const fields = computed(() => fieldsOf(frontMatter.value));

/** The date that the file's name gives a post whose header has none. */
export const dateFromName = computed(() => {
  const id = currentPost.value?.id.value;
  return id === undefined ? undefined : dateInName(postName(id));
});

/** The title as it is being typed; undefined when the header has none. */
export const currentTitle = computed(() => (fields.value.title === '' ? undefined : fields.value.title));

/** Where the header ends, or would have to begin, in the text as it was read last. */
let headerEnd = 0;

export function showDocument(document: PostDocument): void {
  currentPost.value = document;
  readHeader(document.text);
}

/** Called synchronously with every edit of the text; reads the header again only when the edit touches it. */
export function textEdited(text: TextSource, edits: readonly TextEdit[]): void {
  currentPost.value?.edited(text, edits);
  if (edits.some((edit) => edit.from <= headerEnd)) readHeader(text);
}

function readHeader(text: TextSource): void {
  frontMatter.value = readFrontMatter(text);
  headerEnd = frontMatterRange(text)?.to ?? 3;
}

effect(() => {
  const document = currentPost.value;
  if (document !== undefined) document.autosave = settings.value.autosave;
});
