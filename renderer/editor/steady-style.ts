import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';

/**
 * At every key CodeMirror writes a height into the style of the text and takes it out again; Chromium works out the style of
 * the window anew for it, which is the only thing at a letter's key that needs that. It is there so that Chromium keeps its
 * place while lines change. Nothing is laid out in between, so the place cannot be lost.
 */
export const steadyStyle: Extension = ViewPlugin.define(({ contentDOM: { style } }) => {
  Object.defineProperty(style, 'height', { get: () => '', set: () => {}, configurable: true });
  return {
    destroy: () => {
      Reflect.deleteProperty(style, 'height');
    },
  };
});
