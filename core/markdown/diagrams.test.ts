import { beforeAll, expect, test } from 'vitest';
import { withEdits } from '../post/text-edits.ts';
import { article, testOptions } from '../testing/markdown-fixtures.ts';
import { textSource } from '../post/text-source.ts';
import { BlockList } from './block-list.ts';
import { diagramsIn } from './diagrams-in.ts';
import { drawWith } from './draw-with.ts';
import { loadExtrasOf } from './extras.ts';
import { renderBlocks } from './render.ts';

const drawn: string[] = [];

beforeAll(() =>
  drawWith((source) => {
    drawn.push(source);
    if (source.startsWith('bad')) return Promise.resolve({ kind: 'failed', message: 'no <arrow>' });
    if (source.startsWith('slow')) return Promise.resolve({ kind: 'slow' });
    if (source.startsWith('nobody')) return Promise.resolve({ kind: 'undrawn' });
    const text = source
      .trim()
      .replaceAll('<', '&lt;')
      .repeat(source.startsWith('large') ? 101 : 1);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" viewBox="-8 -8 30 20"><script>alert(1)</script><text onclick="x">${text}&#xa0;筆</text></svg>`;
    return Promise.resolve({ kind: 'drawn', svg });
  }),
);

const fence = (source: string, info = 'mermaid'): string => `\`\`\`${info}\n${source}\n\`\`\`\n`;

const shown = async (text: string): Promise<string> => {
  await loadExtrasOf(textSource(text));
  return article(text);
};

test('a diagram is an image of what is left of its drawing, named and titled', async () => {
  const html = await shown(fence('graph\naccTitle: From <a> to b', 'mermaid title="A & B"'));
  const [, address = ''] = /src="data:image\/svg\+xml,([^"]*)"/.exec(html) ?? [];
  expect(decodeURIComponent(address)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" viewBox="-8 -8 30 20"><text>graph\naccTitle: From &lt;a&gt; to b&#160;筆</text></svg>',
  );
  expect(html.replace(address, '')).toBe(
    '<figure class="diagram">\n<img src="data:image/svg+xml," alt="From &lt;a&gt; to b" width="30" height="20">\n' +
      '<figcaption>A &amp; B</figcaption>\n</figure>\n',
  );
});

test('what cannot be drawn shows its source, and why', async () => {
  expect(await shown(fence('bad'))).toBe(
    '<pre tabindex="0"><code class="language-mermaid">bad\n</code></pre>\n' +
      '<p class="error">This diagram cannot be drawn: no &lt;arrow&gt;</p>\n',
  );
  expect(await shown(fence('slow'))).toContain('takes too long');
  expect(await shown(fence('nobody'))).toBe(
    '<pre tabindex="0"><code class="language-mermaid">nobody\n</code></pre>\n',
  );
  drawn.length = 0;
  expect(await shown(fence('x'.repeat(30_000)))).toMatch(
    /^<pre tabindex="0"><code class="language-mermaid">x[^]*<p class="error">This diagram is too large/,
  );
  expect(drawn).toEqual([]);
  expect(await shown(fence(`large ${'あ'.repeat(10_000)}`))).toContain('This diagram is too large');
});

test('diagrams in lists, quotes and raw HTML are found by their lines, and drawn once', async () => {
  const text = `- item\n\n  ${fence('one').replaceAll('\n', '\n  ')}\n> ${fence('two').replaceAll('\n', '\n> ')}\n\n<details>\n\n${fence('one')}\n</details>\n`;
  drawn.length = 0;
  const html = await shown(text);
  expect(html.match(/<img /g)).toHaveLength(3);
  expect(drawn).toEqual(['one\n', 'two\n']);
  expect(
    diagramsIn(textSource(text)).map(({ source, fromLine, toLine }) => [source, fromLine, toLine]),
  ).toEqual([
    ['one\n', 3, 6],
    ['two\n', 7, 10],
    ['one\n', 14, 17],
  ]);
});

test('while it is written, the kept list shows the source until it is drawn, and then what a fresh render shows', async () => {
  const list = new BlockList({ ...testOptions, now: () => 0 });
  const before = `text\n\n${fence('kept 1')}`;
  list.setText(textSource(before), 1, Number.POSITIVE_INFINITY);
  const edit = { from: before.indexOf('1'), to: before.indexOf('1') + 1, insert: '2' };
  const after = textSource(withEdits(before, [edit]));
  list.edit(after, [edit], 1, Number.POSITIVE_INFINITY);
  drawn.length = 0;
  expect(list.html(1)).toContain('diagram-waiting');
  expect(await list.loadDiagram()).toBe(true);
  list.showExtras(1, Number.POSITIVE_INFINITY);
  expect(await list.loadDiagram()).toBe(false);
  expect(drawn).toEqual(['kept 2\n']);
  expect([list.html(0), list.html(1)]).toEqual(renderBlocks(after, testOptions).map(({ html }) => html));
});
