import { Text } from '@codemirror/state';
import { articleWords } from '../../core/messages/article-words.ts';
import { languageOfPost } from '../../core/post/blog-language.ts';
import { languageSample } from '../../core/post/text-language.ts';
import { Addresses } from './addresses.ts';
import { openFinder, type Finder } from './find.ts';
import type { Frame } from './frame.ts';
import { LivePost } from './live-post.ts';
import { mirrored } from './mirrored.ts';
import { nothing } from './nothing.ts';
import { inSlices } from './slices.ts';
import { openView } from './view.ts';
import type { Surroundings, Theme, ToPage, ToWindow } from './wire.ts';

/** A post of so many characters is looked at as soon as there is time; in a longer one that waits for a pause of the typing. */
const shortPost = 2000;
/** Milliseconds. */
const pause = 1000;

type Edit = Extract<ToPage, { readonly kind: 'edit' }>;

/** Milliseconds after an edit at which its consequences that nobody waits for have their turn. */
const later = 300;

/**
 * Shows in this page what the window tells of: the function that is answered hears it, in order. `themeCss` is the theme
 * that exported pages wear.
 */
export function startPreview(
  frame: Frame,
  themeCss: string,
  tell: (told: ToWindow) => void,
): (told: Exclude<ToPage, { readonly kind: 'drawn' }>) => void {
  const addresses = new Addresses();
  let source = Text.empty;
  let live: LivePost | undefined;
  let blog: Surroundings['blog'] | undefined;
  let language = 'en';
  /** The text whose language it is. */
  let spoken: Text | undefined;
  /** The post once more, in another language or with its images elsewhere: nothing of it is shown until it is whole. */
  let next: LivePost | undefined;
  let moved: ReturnType<Addresses['use']> | undefined;
  let lastEdit = 0;
  let missingImage: readonly [string, string] = ['', ''];
  let finder: Finder | undefined;

  const slices = inSlices(() => {
    if (live?.step() === true) return true;
    if (next === undefined && live !== undefined && speakAtRest()) renew();
    if (next !== undefined) {
      if (next.step()) return true;
      showNext();
    }
    view.anchors.retry();
    return view.drawing.step();
  });
  const view = openView(frame, themeCss, tell, {
    post: () => live?.post ?? nothing,
    reach: (line) => live?.reach(line),
    more: slices.wake,
    missingImage: (address) => missingImage.join(addresses.written(address)),
  });

  /** Finds out the language of the text, which decides fonts, line breaks and the words; true when it is another one. */
  const speak = (): boolean => {
    if (source === spoken || blog === undefined) return false;
    spoken = source;
    const before = language;
    language = languageOfPost(blog, source.sliceString(0, Math.min(languageSample, source.length)));
    return language !== before;
  };

  const speakAtRest = (): boolean => {
    const isDue = source.length <= shortPost || performance.now() - lastEdit >= pause;
    if (!isDue && source !== spoken) slices.wakeLater(lastEdit + pause - performance.now());
    return isDue && speak();
  };

  const wearLanguage = (): void => {
    frame.document.documentElement.lang = language;
  };

  const livePost = (line: number): LivePost => {
    const words = articleWords[/^ja(?:-|$)/i.test(language) ? 'ja' : 'en'];
    const post: LivePost = new LivePost(
      source,
      line,
      { imageAddress: (path) => addresses.toLoad(path), words },
      {
        patched: (patch) => {
          if (live !== post) return;
          view.drawing.apply(patch);
          // There may be room for more, or too much.
          if (patch.splices.some(({ removed, inserted }) => removed !== inserted)) slices.wakeLater(later);
        },
        focus: () => view.follow.middle,
        wake: slices.wake,
        wakeLater: () => slices.wakeLater(later),
      },
    );
    return post;
  };

  /** Begins the shown post anew; the blocks that are shown stay as they are meanwhile. */
  const renew = (): void => {
    if (live === undefined) return;
    next = livePost(view.follow.middle);
    if (!next.post.blocks.pending && !live.post.blocks.pending) showNext();
  };

  /** Block by block it is the post that was there, so each changes in its place. */
  const showNext = (): void => {
    live = next;
    next = undefined;
    wearLanguage();
    for (const [before, now] of moved?.() ?? []) view.images.carry(before, now);
    moved = undefined;
    view.drawing.refresh();
    slices.wake();
  };

  const show = (text: string, surroundings: Surroundings): void => {
    addresses.use(surroundings);
    blog = surroundings.blog;
    // Before anything changes: it asks where the view is, and what is there now is laid out already.
    view.follow.toTop();
    source = Text.of(text.split('\n'));
    speak();
    live = livePost(1);
    next = undefined;
    moved = undefined;
    wearLanguage();
    view.drawing.restart(0);
    slices.wakeLater(later);
  };

  const surround = (surroundings: Surroundings): void => {
    moved = addresses.use(surroundings);
    blog = surroundings.blog;
    // What is the same text may be of another language now.
    spoken = undefined;
    speak();
    renew();
    slices.wake();
  };

  const edit = ({ edits, length, line }: Edit): void => {
    lastEdit = performance.now();
    const after = mirrored(source, edits, length);
    if (after === undefined) return tell({ kind: 'lost' });
    source = after;
    live?.edit(source, edits);
    next?.edit(source, edits);
    if (line !== undefined) view.follow.reveal(line, { edited: true });
    // For its language, which may be another one now.
    slices.wakeLater(source.length <= shortPost ? later : pause);
  };

  const find = (query: string): void => {
    finder ??= openFinder(
      frame,
      view.article,
      view.drawing,
      () => live?.post ?? nothing,
      (found) => tell({ kind: 'found', found }),
      () => view.follow.takeLead(),
    );
    finder.look(query);
  };

  return (told) => {
    switch (told.kind) {
      case 'show':
        return told.text === undefined ? surround(told.surroundings) : show(told.text, told.surroundings);
      case 'edit':
        return edit(told);
      case 'scrollToLine':
        return view.follow.toLine(told.line);
      case 'revealLine':
        return view.follow.reveal(told.line, { pointed: told.pointed });
      case 'letGo':
        return view.follow.letGo();
      case 'theme':
        return wearTheme(frame, told.theme);
      case 'words':
        missingImage = told.missingImage;
        return;
      case 'retryImages':
        return view.images.retry();
      case 'find':
        return find(told.query);
      case 'findNext':
        return finder?.step(told.back);
      case 'closeFind':
        finder?.close();
        finder = undefined;
    }
  };
}

/** `system` leaves the choice to the theme's own media query. */
function wearTheme({ document }: Frame, theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
