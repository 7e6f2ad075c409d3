import type { Blog } from '../../contract/library.ts';
import type { PostId } from '../../contract/post.ts';
import { blogWordsFor } from '../../messages/blog-words.ts';
import type { BlogWords } from '../../messages/blog-words.ts';
import { blogIn } from '../../post/blog-language.ts';
import { numbered, safeFileName } from '../../post/file-name.ts';
import { pad } from '../../post/dates.ts';
import { compare, newestFirst } from './entry.ts';
import type { BlogEntry } from './entry.ts';

/** A list of posts with a page of its own. */
export interface PostGroup {
  readonly name: string;
  readonly path: string;
  /** Newest first. */
  readonly posts: readonly BlogEntry[];
}

/** A whole blog as all of its pages know it. */
export interface Site {
  readonly blog: Blog;
  /** What the blog is called, whatever its `blog.yaml` leaves out. */
  readonly title: string;
  readonly words: BlogWords;
  readonly css: string;
  /** Whether there are feeds: they need the blog's address, and a post with a date. */
  readonly feed: boolean;
  /** Newest first, without the page about the blog. */
  readonly posts: readonly BlogEntry[];
  readonly about: BlogEntry | undefined;
  /** Newest year first; posts without a date come last, under the name ''. */
  readonly years: readonly PostGroup[];
  /** In the order of their names. */
  readonly tags: readonly PostGroup[];
  readonly entryOf: (id: PostId) => BlogEntry | undefined;
  readonly tagOf: (tag: string) => PostGroup | undefined;
  /** Its number in `posts`. */
  readonly positionOf: (entry: BlogEntry) => number;
}

/** Puts the posts of a library in order. `css` is the look of all pages. A blog without a language has its newest post's. */
export function siteOf(written: Blog, css: string, entries: readonly BlogEntry[]): Site {
  const ordered = newestFirst(entries);
  const blog = blogIn(written, ordered[0]?.language ?? written.language);
  const words = blogWordsFor(blog.language);
  const about = ordered.find((entry) => entry.about);
  const posts = ordered.filter((entry) => !entry.about);
  const byId = new Map(ordered.map((entry) => [entry.id, entry]));
  const tags = tagGroups(posts);
  const positions = new Map(posts.map(({ id }, index) => [id, index]));
  return {
    blog,
    title: blog.title ?? blog.author ?? words.blog,
    words,
    css,
    feed: blog.url !== undefined && posts.some(({ date }) => date !== undefined),
    posts,
    about,
    years: yearGroups(posts),
    tags: [...tags.values()],
    entryOf: (id) => byId.get(id),
    tagOf: (tag) => tags.get(tagKey(tag)),
    positionOf: ({ id }) => positions.get(id) ?? -1,
  };
}

function yearGroups(posts: readonly BlogEntry[]): readonly PostGroup[] {
  const years = grouped(posts, ({ date }) => [date === undefined ? '' : pad(date.year, 4)]);
  return [...years].map(([name, list]) => ({
    name,
    path: `archive/${name === '' ? 'undated' : name}.html`,
    posts: list,
  }));
}

/** `Go` and `go` are one tag, written as in the newest post: many disks could not hold a page for each. */
const tagKey = (tag: string): string => tag.normalize('NFC').trim().toLowerCase();

function tagGroups(posts: readonly BlogEntry[]): ReadonlyMap<string, PostGroup> {
  const groups = grouped(posts, ({ tags }) => [...new Set(tags.map(tagKey))].filter((key) => key !== ''));
  // A server would show a page of this name for the folder.
  const taken = new Set(['index.html']);
  return new Map(
    [...groups]
      .toSorted(([a], [b]) => compare(a, b))
      .map(([key, list]) => {
        const name = list.flatMap(({ tags }) => tags).find((tag) => tagKey(tag) === key) ?? key;
        return [key, { name: name.trim(), path: `tags/${freeName(key, taken)}`, posts: list }];
      }),
  );
}

function freeName(key: string, taken: Set<string>): string {
  // The ending is there before a long name is cut.
  const name = safeFileName(`${key}.html`, 'tag.html');
  for (let n = 1; ; n++) {
    const candidate = numbered(name, n);
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}

/** Lists by key, each in the order of the items; the keys in the order in which they first come up. */
function grouped(
  posts: readonly BlogEntry[],
  keysOf: (entry: BlogEntry) => readonly string[],
): ReadonlyMap<string, readonly BlogEntry[]> {
  const groups = new Map<string, BlogEntry[]>();
  for (const entry of posts) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
