import EasyMDE from 'easymde';
import { documentText, host } from './document-text.ts';

const editor = new EasyMDE({
  element: host('#app'),
  initialValue: await documentText(),
  autofocus: true,
  autoDownloadFontAwesome: false,
  spellChecker: false,
});
editor.toggleSideBySide();
