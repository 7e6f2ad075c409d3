import { computed, signal, type Signal } from '@preact/signals';
import type { PostPlace } from '../../core/contract/post-place.ts';
import { defaultViewState, type PostOrder, type ViewState } from '../../core/contract/settings.ts';
import type { PostId } from '../../core/contract/post.ts';
import { request } from '../api.ts';

/** How the window is laid out and where each post was left; kept per library by main. */
const listShown = signal(defaultViewState.listShown);
export const previewShown = signal(defaultViewState.previewShown);
export const outlineShown = signal(defaultViewState.outlineShown);
/** The target whose parser the text is compared with; a name that is none counts as none. */
export const lens = signal(defaultViewState.lens);
export const listWidth = signal(defaultViewState.listWidth);
export const editorShare = signal(defaultViewState.editorShare);
export const order = signal<PostOrder>(defaultViewState.order);
export const exportTarget = signal<string | undefined>(undefined);
export const exportFolder = signal<string | undefined>(undefined);
/** The folder that each target had last. */
export let exportFolders: ViewState['exportFolders'] = {};
let places: Readonly<Record<string, PostPlace>> = {};

/**
 * There is no room for list and outline beside the text, as in their style sheets: they lie over it, and go once they have
 * served.
 */
const narrow = matchMedia('(width < 900px)');
const narrowNow = signal(narrow.matches);
export const isNarrow = (): boolean => narrowNow.value;

/** The list lies over the text of a narrow window. What a wide one shows is another choice, and is kept. */
const listOver = signal(false);
narrow.addEventListener('change', () => {
  narrowNow.value = narrow.matches;
  listOver.value = false;
});
export const listSeen = computed(() => (narrowNow.value ? listOver.value : listShown.value));

export function startView(view: ViewState): void {
  listShown.value = view.listShown;
  previewShown.value = view.previewShown;
  outlineShown.value = view.outlineShown && !isNarrow();
  lens.value = view.lens;
  listWidth.value = view.listWidth;
  editorShare.value = view.editorShare;
  order.value = view.order;
  exportTarget.value = view.exportTarget;
  exportFolder.value = view.exportFolder;
  exportFolders = view.exportFolders;
  places = view.places;
}

/** Where an export goes; the folder is remembered for its target. */
export function setExport(target: string, folder: string | undefined): void {
  exportTarget.value = target;
  exportFolder.value = folder;
  if (folder !== undefined) exportFolders = { ...exportFolders, [target]: folder };
  keepView({ exportTarget: target, exportFolder: folder, exportFolders });
}

/** Main keeps every change; losing one costs a pane's width, so nobody waits for the answer. */
export function keepView(change: Partial<ViewState>): void {
  void request('view.change', change);
}

function changing<
  Key extends 'listShown' | 'previewShown' | 'outlineShown' | 'lens' | 'listWidth' | 'editorShare' | 'order',
>(key: Key, held: Signal<ViewState[Key]>) {
  return (value: ViewState[Key]): void => {
    held.value = value;
    keepView({ [key]: value });
  };
}

const keepList = changing('listShown', listShown);
export const showPreview = changing('previewShown', previewShown);
export const showOutline = changing('outlineShown', outlineShown);
export const setLens = changing('lens', lens);
export const setListWidth = changing('listWidth', listWidth);
export const setEditorShare = changing('editorShare', editorShare);
export const setOrder = changing('order', order);

export function showList(shown: boolean): void {
  if (narrowNow.value) listOver.value = shown;
  else keepList(shown);
}

export const placeOf = (id: PostId): PostPlace | undefined => places[id];

/** Remembers at most this many places, the latest ones. */
const placesKept = 500;

export function keepPlace(id: PostId, place: PostPlace): void {
  const { [id]: _before, ...others } = places;
  places = Object.fromEntries([...Object.entries(others).slice(1 - placesKept), [id, place]]);
  keepView({ places });
}
