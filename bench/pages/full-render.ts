import { markdown } from '@codemirror/lang-markdown';
import { basicSetup, EditorView } from 'codemirror';
import markdownIt from 'markdown-it';
import { control, documentText, host } from './document-text.ts';

/** How late the control's preview is, on purpose. */
const late = 200;

const renderer = markdownIt({ html: true, linkify: true });
const app = host('#app');
app.className = 'split';
const pane = document.createElement('div');
const preview = document.createElement('div');
const article = document.createElement('article');
preview.append(article);
app.append(pane, preview);

const render = (text: string): void => {
  article.innerHTML = renderer.render(text);
};
const follow = (text: string): void => {
  if (control === 'late') setTimeout(() => render(text), late);
  else if (control !== 'frozen') render(text);
};

const text = await documentText();
render(text);
const view = new EditorView({
  doc: text,
  parent: pane,
  extensions: [
    basicSetup,
    markdown(),
    EditorView.lineWrapping,
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) follow(state.doc.toString());
    }),
  ],
});
view.focus();
