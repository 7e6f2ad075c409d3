import gfm from '@bytemd/plugin-gfm';
import { Editor } from 'bytemd';
import { documentText, host } from './document-text.ts';

const editor = new Editor({
  target: host('#app'),
  props: { value: await documentText(), plugins: [gfm()], mode: 'split' },
});
editor.$on('change', ({ detail }) => editor.$set({ value: detail.value }));
