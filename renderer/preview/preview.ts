import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { articleWords } from '../../core/messages/article-words.ts';
import { languageSample } from '../../core/post/text-language.ts';
import { Addresses } from './addresses.ts';
import type { Finder, Found } from './find.ts';
import { openFrame, type Frame } from './frame.ts';
import { LivePost } from './live-post.ts';
import { nothing } from './nothing.ts';
import type { PreviewOptions } from './options.ts';
import { inSlices } from './slices.ts';
import { openView, type View } from './view.ts';

export type Theme = 'light' | 'dark' | 'system';

/** The pane that shows a post as it will be exported, in a frame of its own. */
export interface Preview {
  /**
   * Shows a post. `imageAddress` gives the address to load for an image of the post, by its decoded relative path.
   * When the text is the one that is shown, the preview stays where it is.
   */
  show(source: TextSource, imageAddress: (address: string) => string): void;
  /** Follows an edit of the shown post, in the same task. `source` is the text after it, `edits` those of the contract. */
  edit(source: TextSource, edits: readonly TextEdit[]): void;
  /** Puts a line at the top, 1-based and fractional. It is not reported as a scroll. */
  scrollToLine(line: number): void;
  /**
   * Brings the place of a line, 1-based and fractional, into view, and does not move when it is there. After an edit, what
   * it is folded into opens.
   */
  revealLine(line: number): void;
  /** Stays where it is, until it is told of a line again. */
  letGo(): void;
  setTheme(theme: Theme): void;
  setTitle(title: string): void;
  /** Starts a search of what is shown; `told` hears how it stands. Undefined as long as the frame is not there. */
  openFinder(told: (found: Found) => void): Promise<Finder | undefined>;
  /** Asks again for images that could not be shown. */
  retryImages(): void;
  destroy(): void;
}

/** A post of so many characters is looked at as soon as there is time; in a longer one that waits for a pause of the typing. */
const shortPost = 2000;
/** Milliseconds. */
const pause = 1000;

/** Milliseconds after an edit at which its consequences that nobody waits for have their turn. */
const later = 300;

/** Where images come from: the post's own folder, or the text itself. There is no way to the network. */
const imageSources = 'fude://library data:';

export function createPreview(options: PreviewOptions): Preview {
  const addresses = new Addresses();
  let live: LivePost | undefined;
  let language = 'en';
  /** The text whose language it is. */
  let spoken: TextSource | undefined;
  /** The post once more, in another language or with its images elsewhere: nothing of it is shown until it is whole. */
  let next: LivePost | undefined;
  let moved: ReturnType<Addresses['use']> | undefined;
  let lastEdit = 0;
  let view: View | undefined;
  let theme: Theme = 'system';
  /** The line that was asked for before the frame was there. */
  let wantedLine: number | undefined;
  /** The line that is shown next is that of an edit. */
  let edited = false;

  const slices = inSlices(() => {
    if (live?.step() === true) return true;
    if (next === undefined && live !== undefined && speakAtRest(live.post.source)) renew();
    if (next !== undefined) {
      if (next.step()) return true;
      showNext();
    }
    view?.anchors.retry();
    return view?.drawing.step() ?? false;
  });
  const element = openFrame({ ...options, imageSources }, (frame) => {
    view = openView(frame, options, {
      post: () => live?.post ?? nothing,
      reach: (line) => live?.reach(line),
      more: slices.wake,
      missingImage: (address) => options.missingImage(addresses.written(address)),
    });
    wearTheme(frame, theme);
    wearLanguage();
    view.drawing.restart(0);
    if (wantedLine !== undefined) view.follow.toLine(wantedLine);
    slices.wake();
  });

  /** Finds out the language of a text, which decides fonts, line breaks and the words; true when it is another one. */
  const speak = (source: TextSource): boolean => {
    if (source === spoken) return false;
    spoken = source;
    const before = language;
    language = options.languageOf(source.sliceString(0, Math.min(languageSample, source.length)));
    return language !== before;
  };

  const speakAtRest = (source: TextSource): boolean => {
    const isDue = source.length <= shortPost || performance.now() - lastEdit >= pause;
    if (!isDue && source !== spoken) slices.wakeLater(lastEdit + pause - performance.now());
    return isDue && speak(source);
  };

  const wearLanguage = (): void => {
    if (view !== undefined) view.frame.document.documentElement.lang = language;
  };

  const livePost = (source: TextSource, line: number): LivePost => {
    const words = articleWords[/^ja(?:-|$)/i.test(language) ? 'ja' : 'en'];
    const post: LivePost = new LivePost(
      source,
      line,
      { imageAddress: (path) => addresses.toLoad(path), words },
      {
        patched: (patch) => {
          if (live !== post) return;
          view?.drawing.apply(patch);
          // There may be room for more, or too much.
          if (patch.splices.some(({ removed, inserted }) => removed !== inserted)) slices.wakeLater(later);
        },
        focus: () => view?.follow.middle ?? 1,
        wake: slices.wake,
        wakeLater: () => slices.wakeLater(later),
      },
    );
    return post;
  };

  /** Begins the shown post anew; the blocks that are shown stay as they are meanwhile. */
  const renew = (): void => {
    if (live === undefined) return;
    next = livePost(live.post.source, view?.follow.middle ?? 1);
    if (!next.post.blocks.pending && !live.post.blocks.pending) showNext();
  };

  /** Block by block it is the post that was there, so each changes in its place. */
  const showNext = (): void => {
    live = next;
    next = undefined;
    wearLanguage();
    for (const [before, now] of moved?.() ?? []) view?.images.carry(before, now);
    moved = undefined;
    view?.drawing.refresh();
    slices.wake();
  };

  return {
    show(source, imageAddress) {
      const again = live?.post.source === source;
      const addressesMoved = addresses.use(imageAddress);
      // Before anything changes: it asks where the view is, and what is there now is laid out already.
      if (!again) view?.follow.toTop();
      speak(source);
      if (again) {
        moved = addressesMoved;
        renew();
      } else {
        live = livePost(source, 1);
        next = undefined;
        moved = undefined;
        wantedLine = undefined;
        wearLanguage();
        view?.drawing.restart(0);
      }
      // The frame that shows it comes first, and wakes them then.
      if (again || view === undefined) slices.wake();
      else slices.wakeLater(later);
    },
    edit(source, edits) {
      lastEdit = performance.now();
      live?.edit(source, edits);
      next?.edit(source, edits);
      edited = true;
      // For its language, which may be another one now.
      slices.wakeLater(source.length <= shortPost ? later : pause);
    },
    scrollToLine(line) {
      wantedLine = line;
      view?.follow.toLine(line);
    },
    revealLine(line) {
      view?.follow.reveal(line, edited);
      edited = false;
    },
    letGo: () => view?.follow.letGo(),
    setTheme(wanted) {
      theme = wanted;
      if (view !== undefined) wearTheme(view.frame, theme);
    },
    setTitle(title) {
      element.title = title;
    },
    async openFinder(told) {
      const { openFinder } = await import('./find.ts');
      if (view === undefined) return undefined;
      const { frame, article, drawing, follow } = view;
      return openFinder(
        frame,
        article,
        drawing,
        () => live?.post ?? nothing,
        told,
        () => follow.takeLead(),
      );
    },
    retryImages: () => view?.images.retry(),
    destroy() {
      slices.stop();
      element.remove();
      view = undefined;
      live = undefined;
      next = undefined;
    },
  };
}

/** `system` leaves the choice to the theme's own media query. */
function wearTheme(frame: Frame, theme: Theme): void {
  if (theme === 'system') delete frame.document.documentElement.dataset['theme'];
  else frame.document.documentElement.dataset['theme'] = theme;
}
