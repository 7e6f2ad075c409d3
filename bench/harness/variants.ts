import type { PaneSelectors, PreviewControl } from '../shared/probe-api.ts';

/** An editor that is measured. The first one is Fude; the others are what it is compared with. */
export interface Variant {
  readonly name: string;
  readonly label: string;
  /** A page in a bare window; undefined for Fude itself. */
  readonly page: string | undefined;
  readonly panes: PaneSelectors;
  /** What is done to the window before measuring. */
  readonly first?: 'hide-preview';
  /** It tells what a part of a key costs, and is asked for nothing else. */
  readonly keysOnly?: true;
  /** What Fude is compared with: fewer keys, keys only, and not once more at a size at which it froze or failed. */
  readonly peer?: true;
  /** Bytes of the largest document it is measured with unless it is named on the command line; none of these gets beyond. */
  readonly largest?: number;
}

const codeMirror = '.cm-content';
const beside = (root: string): PaneSelectors['preview'] => ({ apart: false, root });

export const fude: Variant = {
  name: 'fude',
  label: 'Fude',
  page: undefined,
  panes: { editor: codeMirror, preview: { apart: true, root: 'article' } },
};

/** Fude's own editor with Fude's own extensions, mounted alone: what typing costs when nothing else is done. */
export const limit: Variant = {
  name: 'limit',
  label: 'limit: Fude’s editor alone',
  page: 'limit.html',
  panes: { editor: codeMirror, preview: undefined },
};

/** Less than Fude by what the preview costs, more than the limit by what the rest of the window costs. */
const fudeHidden: Variant = {
  name: 'fude-hidden',
  label: 'Fude, preview hidden',
  page: undefined,
  panes: { editor: codeMirror, preview: undefined },
  first: 'hide-preview',
  keysOnly: true,
};

export const fullRender: Variant = {
  name: 'full-render',
  label: 'CodeMirror 6 + markdown-it, full render',
  page: 'full-render.html',
  panes: { editor: codeMirror, preview: beside('article') },
  peer: true,
};

export const variants: readonly Variant[] = [
  fude,
  limit,
  fudeHidden,
  fullRender,
  {
    name: 'toast-ui',
    label: 'Toast UI',
    page: 'toast-ui.html',
    panes: {
      editor: '.toastui-editor-md-container .ProseMirror',
      preview: beside('.toastui-editor-md-preview .toastui-editor-contents'),
    },
    peer: true,
    largest: 1_000_000,
  },
  {
    name: 'md-editor',
    label: 'md-editor-v3',
    page: 'md-editor.html',
    panes: { editor: codeMirror, preview: beside('.md-editor-preview-wrapper') },
    peer: true,
    largest: 100_000,
  },
  {
    name: 'bytemd',
    label: 'ByteMD',
    page: 'bytemd.html',
    panes: { editor: '.CodeMirror-code', preview: beside('.bytemd-preview') },
    peer: true,
    largest: 100_000,
  },
  {
    name: 'easymde',
    label: 'EasyMDE',
    page: 'easymde.html',
    panes: { editor: '.CodeMirror-code', preview: beside('.editor-preview-side') },
    peer: true,
    largest: 100_000,
  },
];

/** A preview that never follows, and one that follows 200 ms late: the bench must say so. */
export const frozenControl: Variant = {
  ...fullRender,
  name: 'frozen',
  page: 'full-render.html?control=frozen',
};
export const lateControl: Variant = { ...fullRender, name: 'late', page: 'full-render.html?control=late' };

/** The same done to Fude's, which is a page of its own. */
const spoilt = (control: PreviewControl): Variant => ({
  ...fude,
  name: `fude-${control}`,
  panes: { ...fude.panes, preview: { apart: true, root: 'article', control } },
});
export const frozenFude = spoilt('frozen');
export const lateFude = spoilt('late');

/** The least that Electron can show: a heading in a window. */
export const bare: Variant = {
  name: 'bare',
  label: 'a bare window',
  page: 'bare.html',
  panes: { editor: 'main', preview: undefined },
};
