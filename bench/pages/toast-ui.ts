import { Editor } from '@toast-ui/editor';
import { documentText, host } from './document-text.ts';

const editor = new Editor({
  el: host('#app'),
  height: '100%',
  initialEditType: 'markdown',
  previewStyle: 'vertical',
  initialValue: await documentText(),
  usageStatistics: false,
  autofocus: false,
});
Object.assign(globalThis, { toastUi: editor });
editor.moveCursorToStart(true);
