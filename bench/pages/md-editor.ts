import { MdEditor } from 'md-editor-v3';
import { createApp, h, ref } from 'vue';
import { documentText, host } from './document-text.ts';

const text = ref(await documentText());

/** What it would load from the network is off: highlighting, diagrams and formulas cost it nothing here. */
const offline = { noHighlight: true, noMermaid: true, noKatex: true, noPrettier: true, noEcharts: true };

createApp({
  render: () =>
    h(MdEditor, {
      ...offline,
      style: { height: '100%' },
      language: 'en-US',
      autoFocus: true,
      modelValue: text.value,
      'onUpdate:modelValue': (value: string) => {
        text.value = value;
      },
    }),
}).mount(host('#app'));
