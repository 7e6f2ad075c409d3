import type { ReviewNews } from './messages.ts';
import { Review } from './review.ts';

/** Milliseconds after which news are looked for. */
const sliceTime = 120;

let review: Review | undefined;
let revision = 0;
let going = false;

function hear(news: ReviewNews): void {
  ({ revision } = news);
  if (news.kind === 'open') {
    review = new Review(news.about, () => performance.now());
    review.open(news.text);
  } else if (news.kind === 'about') review?.about(news.about);
  else if (news.kind === 'select') review?.select(news.selection);
  else for (const edits of news.edits) review?.edit(edits);
}

/** Works in slices, so that an edit is heard before a long text is done. */
function go(): void {
  going = false;
  if (review === undefined) return;
  if (review.pending) {
    review.step(sliceTime);
    wake();
  } else {
    postMessage(review.report(revision));
    void loadExtras(review);
  }
}

async function loadExtras(reviewed: Review): Promise<void> {
  if ((await reviewed.loadExtras()) && reviewed === review) wake();
}

const channel = new MessageChannel();
channel.port1.addEventListener('message', go);
channel.port1.start();

function wake(): void {
  if (going) return;
  going = true;
  channel.port2.postMessage(undefined);
}

addEventListener('message', ({ data }: MessageEvent<ReviewNews>) => {
  hear(data);
  wake();
});
