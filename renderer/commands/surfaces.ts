import type { PostEditor } from '../editor/editor.ts';
import type { Preview } from '../preview/remote.ts';

/**
 * The two panes that commands act on. The views that mount them hand them over here,
 * so that neither pane needs to know of commands or state.
 */
let editorPane: PostEditor | undefined;
let previewPane: Preview | undefined;

export const editor = (): PostEditor | undefined => editorPane;
export const preview = (): Preview | undefined => previewPane;

export function setEditor(pane: PostEditor | undefined): void {
  editorPane = pane;
}

export function setPreview(pane: Preview | undefined): void {
  previewPane = pane;
}
