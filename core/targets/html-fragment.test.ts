import { expect, test } from 'vitest';
import { clipboardFragment } from './html-fragment.ts';
import { plainHtml } from './plain-html.ts';
import { outputOf, readyPost, textOf } from './testing/export-of.ts';

const post = `---
title: x
---

Text[^1] with \`code\`.

\`\`\`ts
const a: string = '<b>';
\`\`\`

- [x] done

![a](a.png)

<p class="mine" style="color: red">raw</p>

[^1]: A note.
`;

test('keeps the languages of code and no other class, no style, no colouring', async () => {
  const output = await outputOf('fragment', post);
  const html = textOf(output);
  expect(output.files.map(({ path }) => path)).toEqual(['meetup/a.png', 'meetup.html']);
  expect(html).toContain(
    `<pre tabindex="0"><code class="language-ts">const a: string = '&lt;b&gt;';\n</code></pre>`,
  );
  expect(html.match(/class="[^"]*"/g)).toEqual(['class="language-ts"']);
  expect(html).not.toMatch(/style=|<span|hljs/);
  expect(html).toContain('<img src="meetup/a.png" alt="a">');
  expect(html).toContain('role="doc-noteref"');
  expect(html).not.toMatch(/<(?:html|head|body|article)\b/);
});

test('a broken header does not keep the text from the reader', async () => {
  const { problems } = await outputOf('fragment', '---\ntitle: a: b\n---\ntext\n');
  expect(problems).toEqual([
    expect.objectContaining({ severity: 'warning', kind: 'front-matter-broken', line: 2 }),
  ]);
});

test('the clipboard gets the addresses as written', async () => {
  expect(await clipboardFragment(readyPost('![a](<my photo.png>)\n'))).toContain('src="my%20photo.png"');
});

test.each([
  ['<pre>\n\nx</pre>', '<pre>\n\nx</pre>'],
  ['<p><span class="hljs-string x">a<b>c</b></span></p>', '<p>a<b>c</b></p>'],
  [
    '<p class="a language-b">x &amp; &lt;y&gt;&nbsp;</p>',
    '<p class="language-b">x &amp; &lt;y&gt;&nbsp;</p>',
  ],
  ['<tr><td>no table</td></tr>', 'no table'],
])('%j becomes %j', (html, plain) => {
  expect(plainHtml(html)).toBe(plain);
});
