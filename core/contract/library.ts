import type { blogTarget, TargetName } from './export.ts';

/** What `blog.yaml` says of the blog; every key is optional in the file, absent ones are undefined here. */
export interface Blog {
  readonly title: string | undefined;
  readonly tagline: string | undefined;
  readonly author: string | undefined;
  /** Absolute http(s) address without a trailing slash. */
  readonly url: string | undefined;
  /** BCP 47, for `lang`; `ja` or `en` from the interface when the file is silent. See `core/post/blog-language.ts`. */
  readonly language: string;
  /** IANA name, such as `Asia/Tokyo`. */
  readonly timeZone: string | undefined;
  /** Such as `YYYY年MM月DD日(ddd)`; see `core/post/date-format.ts` for the tokens. */
  readonly dateFormat: string;
  /** What the file leaves open of these: each post decides it by the language that it is written in. */
  readonly open: { readonly language: boolean; readonly dateFormat: boolean };
  /** Ways out that the author gave a name to, in their order. */
  readonly targets: readonly NamedTarget[];
}

/** What a named target says otherwise than the blog. */
export type TargetOptions = Readonly<
  Partial<Record<'title' | 'tagline' | 'author' | 'url' | 'language' | 'timeZone' | 'dateFormat', string>>
>;

/** One entry of `targets` in `blog.yaml`. */
export interface NamedTarget {
  readonly name: string;
  readonly target: TargetName | typeof blogTarget;
  /** As written: absolute, or seen from the library's root. */
  readonly folder: string;
  readonly options: TargetOptions;
}

export interface Library {
  /** Absolute path of the root. */
  readonly root: string;
  readonly name: string;
  readonly blog: Blog;
}
