import type { CommandId } from '../../core/contract/commands.ts';
import type { DrawnDiagram } from '../../core/contract/diagram.ts';
import type { TextEdit, TextSource } from '../../core/contract/text.ts';
import { Connection } from './connection.ts';
import type { Finder, Found } from './find.ts';
import { takeFocus } from './late-focus.ts';
import type { Surroundings, Theme, ToPage, ToWindow } from './wire.ts';

/** The pane that shows a post as it will be exported. */
export interface Preview {
  /** Shows a post. When the text is the one that is shown, the preview stays where it is. */
  show(source: TextSource, surroundings: Surroundings): void;
  /**
   * Follows an edit of the shown post, at once. `source` is the text after it, `edits` those of the contract. The place of
   * `line`, 1-based and fractional, comes into view, and what it is folded into opens.
   */
  edit(source: TextSource, edits: readonly TextEdit[], line: number | undefined): void;
  /** Puts a line at the top, 1-based and fractional. It is not reported as a scroll. */
  scrollToLine(line: number): void;
  /** Brings the place of a line, 1-based and fractional, into view, and does not move when it is there. */
  revealLine(line: number): void;
  /** Stays where it is, until it is told of a line again. */
  letGo(): void;
  setTheme(theme: Theme): void;
  setTitle(title: string): void;
  /** Gives the mark of an image that cannot be shown its words; they are asked for with the image's address. */
  setMissingImage(words: (address: string) => string): void;
  /** Starts a search of what is shown; `told` hears how it stands. */
  openFinder(told: (found: Found) => void): Finder;
  /** Asks again for images that could not be shown. */
  retryImages(): void;
  destroy(): void;
}

export interface PreviewOptions {
  readonly host: HTMLElement;
  /** The frame's accessible name. */
  readonly title: string;
  /** The reader scrolled the preview: the line at its top, 1-based, the fraction is the part above the edge. */
  readonly onScroll: (line: number) => void;
  /** A link was followed; its address as the post has it. Links within the post stay in the preview. */
  readonly onLink: (address: string) => void;
  /** The text was clicked: the place in the source as a range, empty for a click (a caret) and a word's after a double click. */
  readonly onClick: (from: number, to: number) => void;
  /** The key of a command was pressed in the preview. */
  readonly onCommand: (id: CommandId) => void;
  /** A sign was typed in the preview behind a command's key, before the focus had left it. */
  readonly onTyped: (sign: string) => void;
  /** The focus has left the preview, which has told all that was typed in it. */
  readonly onLeave: () => void;
  readonly draw: (source: string) => Promise<DrawnDiagram>;
}

/** Puts the preview's page into its host, in a process of its own: whatever a post makes it do, the window goes on. */
export function openPreview({ host, title, draw, ...options }: PreviewOptions): Preview {
  let shown: { readonly source: TextSource; readonly surroundings: Surroundings } | undefined;
  let theme: Theme = 'system';
  let missingImage = (address: string): string => address;
  /** The line that a page begins at. */
  let line: number | undefined;
  let found: (found: Found) => void = () => {};
  /** What is searched for, while a search is open. */
  let query: string | undefined;
  /** The editor goes to a place that the reader has pointed at. */
  let pointed = false;

  const words = (): ToPage => {
    const [before = '', after = ''] = missingImage(placeholder).split(placeholder);
    return { kind: 'words', missingImage: [before, after] };
  };
  const post = ({ source, surroundings }: NonNullable<typeof shown>): ToPage => ({
    kind: 'show',
    text: source.sliceString(0),
    surroundings,
  });
  const begin = (): readonly ToPage[] => [
    { kind: 'theme', theme },
    words(),
    ...(shown === undefined ? [] : [post(shown)]),
    ...(line === undefined ? [] : [{ kind: 'scrollToLine', line } as const]),
    ...(query === undefined ? [] : [{ kind: 'find', query } as const]),
  ];

  const hear = (told: ToWindow): void => {
    switch (told.kind) {
      case 'scroll':
        line = told.line;
        return options.onScroll(told.line);
      case 'link':
        return options.onLink(told.address);
      case 'click':
        return takeFocus(connection.element, () => {
          pointed = true;
          options.onClick(told.from, told.to);
          pointed = false;
        });
      case 'command':
        return options.onCommand(told.id);
      case 'typed':
        return options.onTyped(told.sign);
      case 'left':
        return options.onLeave();
      case 'lost':
        return begin().forEach((one) => connection.tell(one));
      case 'found':
        return found(told.found);
      case 'draw': {
        const { request, source } = told;
        void draw(source).then((drawn) => connection.tell({ kind: 'drawn', request, drawn }));
      }
    }
  };

  const connection = new Connection(host, begin, hear);
  connection.element.title = title;

  return {
    show(source, surroundings) {
      const again = shown?.source === source;
      shown = { source, surroundings };
      connection.revive();
      if (again) {
        connection.tell({ kind: 'show', text: undefined, surroundings });
        return;
      }
      line = undefined;
      connection.tell(post(shown));
    },
    edit(source, edits, caret) {
      if (shown === undefined) return;
      shown = { ...shown, source };
      line = caret ?? line;
      connection.revive();
      connection.tell({ kind: 'edit', edits, length: source.length, line: caret });
      connection.send();
    },
    scrollToLine(wanted) {
      line = wanted;
      connection.tell({ kind: 'scrollToLine', line });
    },
    revealLine: (wanted) => connection.tell({ kind: 'revealLine', line: wanted, pointed }),
    letGo: () => connection.tell({ kind: 'letGo' }),
    setTheme(wanted) {
      theme = wanted;
      connection.tell({ kind: 'theme', theme });
    },
    setTitle(wanted) {
      connection.element.title = wanted;
    },
    setMissingImage(wanted) {
      missingImage = wanted;
      connection.tell(words());
    },
    openFinder(told) {
      found = told;
      return {
        look(wanted) {
          query = wanted;
          connection.tell({ kind: 'find', query });
        },
        step: (back) => connection.tell({ kind: 'findNext', back }),
        close() {
          query = undefined;
          connection.tell({ kind: 'closeFind' });
        },
      };
    },
    retryImages: () => connection.tell({ kind: 'retryImages' }),
    destroy: () => connection.close(),
  };
}

/** Stands for an address in words that are not asked for yet; no address holds it. */
const placeholder = '\u0000';
