import { computed, signal } from '@preact/signals';
import type { PostId, PostSummary } from '../../core/contract/post.ts';
import type { PostOrder } from '../../core/contract/settings.ts';
import { listen, request } from '../api.ts';
import { exportedPosts } from './exported-posts.ts';
import { language } from './session.ts';
import { order } from './view.ts';

export const posts = signal<readonly PostSummary[]>([]);

/** What the author typed into the filter; the list shows only posts that hold all its words. */
export const filter = signal('');
/** Main's answer for the filter's words, searched in the texts; undefined while no filter is set. */
const found = signal<ReadonlySet<PostId> | undefined>(undefined);

const newestFirst = (a: PostSummary, b: PostSummary): number =>
  (b.date ?? '').localeCompare(a.date ?? '') || b.modified - a.modified || a.id.localeCompare(b.id);

function comparison(by: PostOrder, locale: string): (a: PostSummary, b: PostSummary) => number {
  switch (by) {
    case 'newest':
      return newestFirst;
    case 'oldest':
      return (a, b) => newestFirst(b, a);
    case 'modified':
      return (a, b) => b.modified - a.modified || a.id.localeCompare(b.id);
    case 'title': {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      return (a, b) => compare(a.title, b.title) || newestFirst(a, b);
    }
  }
}

/** Which posts the list shows by how they stand. */
export type PostStand = 'all' | 'drafts' | 'fresh' | 'changed' | 'exported';
export const shownStand = signal<PostStand>('all');

function stands({ id, draft }: PostSummary, as: PostStand): boolean {
  const exported = exportedPosts.value.get(id);
  switch (as) {
    case 'all':
      return true;
    case 'drafts':
      return draft;
    case 'fresh':
      return exported === undefined;
    case 'changed':
      return exported?.changed === true;
    case 'exported':
      return exported?.changed === false;
  }
}

export const shownPosts = computed(() => {
  const hits = found.value;
  const stand = shownStand.value;
  const held = posts.value.filter((post) => (hits === undefined || hits.has(post.id)) && stands(post, stand));
  return held.toSorted(comparison(order.value, language.value));
});

/** The title of a post as the list has it; empty for one without. */
export const listedTitle = (id: PostId | undefined): string =>
  (id === undefined ? undefined : posts.peek().find((post) => post.id === id))?.title ?? '';

export function startPosts(first: readonly PostSummary[]): void {
  posts.value = first;
  listen('library.changed', (changed) => {
    posts.value = changed;
    if (filter.value.trim() !== '') void search();
  });
}

export function setFilter(words: string): void {
  filter.value = words;
  if (words.trim() === '') found.value = undefined;
  else void search();
}

let searching = false;
let searchAgain = false;

/** One search at a time: the first one reads every file of the library, and so would one for each key until then. */
async function search(): Promise<void> {
  searchAgain = true;
  if (searching) return;
  searching = true;
  while (searchAgain) {
    searchAgain = false;
    const words = filter.value;
    const answer = await request('library.search', words);
    // An answer to words that were typed over meanwhile is of no use.
    if (answer.ok && filter.value === words && words.trim() !== '') found.value = new Set(answer.value);
  }
  searching = false;
}
