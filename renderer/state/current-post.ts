import { computed, effect, signal } from '@preact/signals';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { readFrontMatter, type FrontMatter } from '../../core/post/front-matter.ts';
import type { PostDocument, SaveState } from './post-document.ts';
import { settings } from './session.ts';

/** The post in the window. Undefined only before the first one is shown. */
export const currentPost = signal<PostDocument | undefined>(undefined);

export const saveState = computed<SaveState>(() => currentPost.value?.saveState.value ?? { kind: 'new' });

/** The header of the current post, for the fields above the text. */
export const frontMatter = signal<FrontMatter>({ kind: 'none' });
/** Characters counted when typing rests; off the key path. */
export const characters = signal(0);

/** The header's values as the strip shows them, whatever kind of header there is. */
export const fields = computed<ShownFields>(() => {
  const header = frontMatter.value;
  const id = currentPost.value?.id.value;
  return {
    ...(header.kind === 'yaml' || header.kind === 'toml' ? header.fields : noFields),
    dateFromName: id === undefined ? undefined : dateFromPath(id),
  };
});

/** The title as it is being typed; undefined when the header has none. */
export const currentTitle = computed(() => (fields.value.title === '' ? undefined : fields.value.title));

let counting: number | undefined;

function count(): void {
  counting ??= requestIdleCallback(
    () => {
      counting = undefined;
      characters.value = currentPost.value?.text.length ?? 0;
    },
    { timeout: 200 },
  );
}

export function showDocument(document: PostDocument): void {
  currentPost.value = document;
  frontMatter.value = readFrontMatter(document.text);
  count();
}

/** Called synchronously with every edit of the text; reads the header again only when the edit touches it. */
export function textEdited(text: TextSource, edits: readonly TextEdit[]): void {
  currentPost.value?.edited(text);
  headerMayHaveChanged(text, edits);
  count();
}

export function headerMayHaveChanged(text: TextSource, edits: readonly TextEdit[]): void {
  const header = frontMatter.value;
  const end = header.kind === 'none' ? 3 : header.range.to;
  if (edits.some((edit) => edit.from <= end)) frontMatter.value = readFrontMatter(text);
}

effect(() => {
  const document = currentPost.value;
  if (document !== undefined) document.autosave = settings.value.autosave;
});
