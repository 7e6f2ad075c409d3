import type { Failure } from '../core/contract/failure.ts';
import type { PostId } from '../core/contract/post.ts';
import type { UnfiledPost } from '../core/contract/restored-draft.ts';
import type { StartState } from '../core/contract/start-state.ts';
import type { LibraryService } from './drafts/library-service.ts';
import { FailureError } from './failures.ts';

/** What the page shows first: a post by its absolute path, an empty one, or (undefined) the one it was left at. */
export type FirstPost = { readonly path: string } | 'empty' | undefined;

/** Which post was open last, through all ends of Fude. */
export interface OpenLast {
  readonly post: PostId | undefined;
  keep(post: PostId): Promise<void>;
}

/** The list, the post that is open, and what could not be opened or read. */
type Sight = Pick<StartState, 'posts' | 'post' | 'unfiled' | 'failures'>;

/**
 * What a page shows first of its library: the post that is wanted, else the one that a crash left open, else the one that was
 * open last, else the newest. Looked up while the page still loads.
 */
export class FirstSight {
  readonly #service: LibraryService;
  readonly #openLast: OpenLast;
  #first: FirstPost;
  /** Told to the page once, at its next start. */
  #failures: readonly Failure[];
  /** Undefined as soon as it is given, or a post has changed since. */
  #ahead: Promise<Sight> | undefined;
  /** The list, when it has changed since that look. */
  #newerPosts: Sight['posts'] | undefined;
  /** What a crash left open, until the page has been told. */
  #recovered: PostId | UnfiledPost | undefined;

  constructor(service: LibraryService, first: FirstPost, failures: readonly Failure[], openLast: OpenLast) {
    this.#service = service;
    this.#first = first;
    this.#failures = [...failures, ...service.failures];
    this.#openLast = openLast;
    this.#ahead = this.#look();
    // What fails is looked up again when the page asks, and said then.
    this.#ahead.catch(() => undefined);
    service.onChange((change) => {
      if (change.kind === 'list') this.#newerPosts = change.posts;
      else if (change.kind === 'post' || change.kind === 'moved') this.#ahead = undefined;
    });
  }

  /** Each start of the page has a look of its own. */
  async next(): Promise<Sight> {
    const ahead = this.#ahead;
    const known = await ahead?.catch(() => undefined);
    const isCurrent = this.#ahead === ahead;
    this.#ahead = undefined;
    const sight = known !== undefined && isCurrent ? known : await this.#look();
    const posts = this.#newerPosts ?? sight.posts;
    this.#failures = [];
    this.#first = undefined;
    this.#recovered = undefined;
    return { ...sight, posts };
  }

  async #look(): Promise<Sight> {
    const keepOpen = (post: PostId): Promise<void> => this.#openLast.keep(post);
    this.#recovered = (await this.#service.recover(keepOpen)) ?? this.#recovered;
    const posts = await this.#service.list();
    this.#newerPosts = undefined;
    const failures = [...this.#failures];
    const wanted = this.#wanted(posts);
    const isUnfiled = typeof wanted === 'object';
    const post = wanted === undefined || isUnfiled ? undefined : await this.#read(wanted, failures);
    return { posts, post, unfiled: isUnfiled ? wanted : undefined, failures };
  }

  #wanted(posts: Sight['posts']): PostId | UnfiledPost | undefined {
    const first = this.#first;
    if (first === 'empty') return undefined;
    const named = first && this.#service.idOf(first.path);
    return named ?? this.#recovered ?? this.#openLast.post ?? posts[0]?.id;
  }

  /** A post that was open but is gone since is no failure; one that cannot be read is. */
  async #read(id: PostId, failures: Failure[]): Promise<Sight['post']> {
    try {
      return await this.#service.open(id);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (error.failure.kind !== 'missing') failures.push(error.failure);
      return undefined;
    }
  }
}
