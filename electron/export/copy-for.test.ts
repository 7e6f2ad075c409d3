import { expect, test } from 'vitest';
import type { PostId } from '../../core/contract/post.ts';
import { copyFor } from './copy-for.ts';
import { desk } from './testing/desk.ts';

const id = 'a/index.md' as PostId;
const png = Buffer.from('png');

test('WordPress gets the bytes of photographs, and is told which images it does not take', async () => {
  const { job } = await desk({
    [id]: '![写真](p.png)\n\n![図](d.svg)\n\n![無](gone.png)\n',
    'a/p.png': png,
    'a/d.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const { html, text, embedded, byHand } = await copyFor(job({ post: id }), 'wordpress');
  expect(html).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
  expect(text).not.toContain('data:');
  expect(embedded).toBe(1);
  expect(byHand).toEqual(['d.svg', 'gone.png']);
});

test('images beyond what a clipboard carries are for the hand', async () => {
  const { job } = await desk({
    [id]: '![a](a.png)\n\n![b](b.png)\n',
    'a/a.png': Buffer.alloc(23e6),
    'a/b.png': Buffer.alloc(2e6),
  });
  const { byHand, embedded } = await copyFor(job({ post: id }), 'rich-text');
  expect([embedded, byHand]).toEqual([1, ['b.png']]);
});

test('where no image can come along, its name stands in its place', async () => {
  const { job } = await desk({ [id]: '![写真](p.png)\n\n![web](https://x.test/w.png)\n', 'a/p.png': png });
  const { html, byHand } = await copyFor(job({ post: id }), 'note');
  expect(html).toContain('p.png 写真');
  expect(html).toContain('https://x.test/w.png');
  expect(byHand).toEqual(['p.png']);
});
