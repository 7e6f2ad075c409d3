import type { DraftElsewhere, DraftNews, TextMark } from '../../core/contract/draft.ts';
import type { Failure, Result } from '../../core/contract/failure.ts';
import type { PostId, SavedPost } from '../../core/contract/post.ts';
import { request } from '../api.ts';
import { newDraft } from './new-draft.ts';
import type { FiledRevision } from './unsaved-edits.ts';

/** What main has of one post's edits: the name of its journal, where it lies, and how far it can be trusted. */
export class DraftLine {
  /** The journal has to begin (anew) before anything can be added to it. */
  mustBegin = true;
  #name: string;
  #isBegun = false;
  #isLong = false;
  /** Main's text was not the window's once: it is not asked for again. */
  #drifted = false;
  #elsewhere: DraftElsewhere | undefined;

  constructor(name = newDraft()) {
    this.#name = name;
  }

  /** Names the journal of a post that has no file yet. */
  get name(): string {
    return this.#name;
  }

  /** Main has a journal of this post. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  /** So much was added that beginning anew saves room and time. */
  get isLong(): boolean {
    return this.#isLong;
  }

  /** Where the journal lies while the app data does not take it. */
  get elsewhere(): DraftElsewhere | undefined {
    return this.#elsewhere;
  }

  /** What main made of the edits so far is the text of the window. */
  get isTrue(): boolean {
    return this.#isBegun && !this.mustBegin && !this.#drifted;
  }

  /** Main's text is not the window's: the journal begins anew from what the window has. */
  drifted(): void {
    this.#drifted = true;
    this.mustBegin = true;
  }

  /** Begins the journal at the text of the file; the text itself goes over only when main does not read that very one. */
  async begin(filed: FiledRevision, post: PostId | undefined, news: DraftNews): Promise<Failure | undefined> {
    const { text, hash, revision } = filed;
    const isNamed = hash !== undefined && post !== undefined && !this.#drifted;
    const whole = (): string => text.sliceString(0);
    const start = { draft: this.#name, post, revision, text: isNamed ? undefined : whole(), hash };
    // Whoever asks for a new beginning meanwhile is heard after this one.
    this.mustBegin = false;
    let answer = await request('draft.begin', start, news);
    if (answer.ok && answer.value === 'resync')
      answer = await request('draft.begin', { ...start, text: whole() }, news);
    if (!answer.ok) return answer.failure;
    if (answer.value === 'resync') return { kind: 'refused', what: 'draft.begin' };
    this.#isBegun = true;
    this.#name = answer.value.draft;
    this.#elsewhere = answer.value.elsewhere;
    this.#isLong = false;
    return undefined;
  }

  async append(news: DraftNews): Promise<Failure | undefined> {
    const answer = await request('draft.append', this.#name, JSON.stringify(news));
    if (!answer.ok) return answer.failure;
    if (answer.value === 'resync') this.mustBegin = true;
    if (answer.value === 'long') this.#isLong = true;
    return undefined;
  }

  /** See `draft.save` of the contract. */
  save(id: PostId, text: TextMark, hash: string): Promise<Result<SavedPost | 'resync'>> {
    return request('draft.save', this.#name, id, text, hash);
  }

  /** The post is left: its journal is put aside. */
  async leave(): Promise<void> {
    if (!this.#isBegun) return;
    this.#isBegun = false;
    this.mustBegin = true;
    await request('draft.leave', this.#name);
  }
}
