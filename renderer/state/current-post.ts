import { computed, effect, signal } from '@preact/signals';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { fieldsOf } from '../../core/post/front-matter.ts';
import { textSource } from '../../core/post/text-source.ts';
import { dateInName, postName } from '../../core/post/post-name.ts';
import { readHeader, touchesHeader } from './header-reading.ts';
import type { PostDocument } from './post-document.ts';
import type { SaveState } from './shown-saves.ts';
import { settings } from './session.ts';

/** The post in the window. Undefined only before the first one is shown. */
export const currentPost = signal<PostDocument | undefined>(undefined);

export const saveState = computed<SaveState>(() => currentPost.value?.saveState.value ?? { kind: 'new' });

const header = signal(readHeader(textSource('')));

/** The header of the current post, for the fields above the text. */
export const frontMatter = computed(() => header.value.frontMatter);

/** The fence of a header without its end, which the fields cannot write into. */
export const openFence = computed(() => header.value.open);

/** The header's values as the strip shows them, whatever kind of header there is. */
export const fields = computed(() => fieldsOf(frontMatter.value));

/** The date that the file's name gives a post whose header has none. */
export const dateFromName = computed(() => {
  const id = currentPost.value?.id.value;
  return id === undefined ? undefined : dateInName(postName(id));
});

/** The title as it is being typed; undefined when the header has none. */
export const currentTitle = computed(() => (fields.value.title === '' ? undefined : fields.value.title));

export function showDocument(document: PostDocument): void {
  currentPost.value = document;
  header.value = readHeader(document.text);
}

/** Called synchronously with every edit of the text; reads the header again only when the edit touches it. */
export function textEdited(text: TextSource, edits: readonly TextEdit[]): void {
  currentPost.value?.edited(text, edits);
  if (touchesHeader(header.peek(), text, edits)) header.value = readHeader(text);
}

effect(() => {
  const document = currentPost.value;
  if (document !== undefined) document.autosave = settings.value.autosave;
});
