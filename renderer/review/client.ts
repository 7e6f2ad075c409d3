import type { PostId } from '../../core/contract/post.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import type { About, Report, ReviewNews } from './messages.ts';
import type { Batches } from './since.ts';

/** Milliseconds from an edit to the news of it: the frame of a key is done by then, and what ran for it is still awake. */
const behindFrame = 12;

/** The reader behind the author, in a worker of its own. */
export interface ReviewClient {
  /** Starts over with another post. `text` is asked for when the worker is told. */
  open(about: About, text: () => string): void;
  edited(edits: readonly TextEdit[]): void;
  about(about: About): void;
  /** Asks how long this part of the text is; a report says so, unless the text changes before. */
  select(selection: Place): void;
}

/** A report, and what has happened since the text that it is about. */
export interface Answer {
  readonly report: Report;
  readonly post: PostId | undefined;
  /** The edits made since, so far. */
  readonly since: Batches;
}

/** What the worker was told and has not answered yet. */
interface Sent {
  readonly revision: number;
  readonly edits: Batches;
}

/**
 * The worker is started with the first post. Every report about the post that is shown is handed over, in order, also
 * when more has been typed meanwhile: each says only what has changed since the one before.
 */
export function startReview(onAnswer: (answer: Answer) => void): ReviewClient {
  let worker: Worker | undefined;
  let revision = 0;
  /** The news with which the post came that is shown. */
  let opened = 0;
  let next: { readonly about: About; readonly text: () => string } | undefined;
  let post: PostId | undefined;
  let untold: (readonly TextEdit[])[] = [];
  let selection: Place | undefined;
  let sent: readonly Sent[] = [];
  let waiting = false;

  const send = (news: ReviewNews): void => {
    if (worker === undefined) {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'review' });
      worker.addEventListener('message', ({ data }: MessageEvent<Report>) => hear(data));
    }
    sent = [...sent, { revision, edits: news.kind === 'edit' ? news.edits : [] }];
    worker.postMessage(news, []);
  };

  const hear = (report: Report): void => {
    sent = sent.filter((news) => news.revision > report.revision);
    if (next !== undefined || report.revision < opened) return;
    onAnswer({ report, post, since: [...sent.flatMap(({ edits }) => edits), ...untold] });
  };

  const tell = (): void => {
    waiting = false;
    if (next !== undefined || untold.length > 0) tellText();
    if (selection === undefined) return;
    revision += 1;
    send({ kind: 'select', revision, selection });
    selection = undefined;
  };

  const tellText = (): void => {
    revision += 1;
    if (next === undefined) send({ kind: 'edit', revision, edits: untold });
    else {
      opened = revision;
      send({ kind: 'open', revision, about: next.about, text: next.text() });
    }
    next = undefined;
    untold = [];
  };

  /** One task, not put off by the keys that follow: each that wakes the page by itself costs a tenth of a key. */
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    void scheduler.postTask(tell, { priority: 'background', delay: behindFrame });
  };

  return {
    open(about, text) {
      post = about.id;
      next = { about, text };
      untold = [];
      selection = undefined;
      soon();
    },
    edited(edits) {
      selection = undefined;
      if (next === undefined) untold.push(edits);
      soon();
    },
    select(wanted) {
      selection = wanted;
      soon();
    },
    about(about) {
      post = about.id;
      if (next !== undefined) next = { ...next, about };
      else {
        revision += 1;
        send({ kind: 'about', revision, about });
      }
    },
  };
}
