import { expect, test } from 'vitest';
import { textSource } from '../post/text-source.ts';
import { imagesOf } from './images.ts';

const found = (text: string): unknown[] =>
  imagesOf(textSource(text)).map(({ address, line, written }) => [
    address,
    line,
    written && text.slice(written.from, written.to),
  ]);

test('inline images, with the place of their address', () => {
  expect(found('![a](a.png)')).toEqual([['a.png', 1, 'a.png']]);
  expect(found('x\ny ![a](<my photo.png> "t") z ![b]( b%20c.png )')).toEqual([
    ['my photo.png', 2, '<my photo.png>'],
    ['b c.png', 2, 'b%20c.png'],
  ]);
  expect(found('![](写真.png)\n\n![](100%25.png) ![](https://a.example/b%20c.png)')).toEqual([
    ['写真.png', 1, '写真.png'],
    ['100%.png', 3, '100%25.png'],
    ['https://a.example/b%20c.png', 3, 'https://a.example/b%20c.png'],
  ]);
});

test('an image over several lines is on that of its address', () => {
  expect(found('x\n![two\nlines](\na.png) ![b](b.png)')).toEqual([
    ['a.png', 4, 'a.png'],
    ['b.png', 4, 'b.png'],
  ]);
  expect(found('x <img\nsrc=\n"a.png"> <img src="b.png">')).toEqual([
    ['a.png', 3, '"a.png"'],
    ['b.png', 3, '"b.png"'],
  ]);
});

test('in lists, quotes, headings, links and front matter posts', () => {
  const text =
    '---\ntitle: x\n---\n\n- a\n  - ![a](a.png)\n    ![b](b.png)\n\n> q ![c](c.png)\n\n# ![d](d.png) #\n\n[![e](e.png)](/x)';
  expect(found(text)).toEqual([
    ['a.png', 6, 'a.png'],
    ['b.png', 7, 'b.png'],
    ['c.png', 9, 'c.png'],
    ['d.png', 11, 'd.png'],
    ['e.png', 13, 'e.png'],
  ]);
});

test('in tables, where equal cells are told apart and escaped ones are not placed', () => {
  const text = '| a | b |\n|---|---|\n| ![x](x.png) | ![x](x.png) |\n| ![y\\|](y.png) | |';
  expect(found(text)).toEqual([
    ['x.png', 3, 'x.png'],
    ['x.png', 3, 'x.png'],
    ['y.png', 4, undefined],
  ]);
  const places = imagesOf(textSource(text)).map(({ written }) => written?.from);
  expect(places[0]).toBeLessThan(places[1] ?? 0);
});

test('by reference: the line of the image, the place of the definition', () => {
  expect(found('![one][pic] and\n![pic]\n\n[PIC]: <a b.png>\n  "title"\n[pic]: other.png')).toEqual([
    ['a b.png', 1, '<a b.png>'],
    ['a b.png', 2, '<a b.png>'],
  ]);
});

test('raw HTML, but not in comments, code or scripts', () => {
  const text =
    '<div>\n<img alt="a" src="a b.png">\n<IMG SRC=c.png>\n</div>\n\nx <img src=\'d&amp;e.png\'> `<img src="f.png">`\n\n<!-- <img src="g.png"> -->';
  expect(found(text)).toEqual([
    ['a b.png', 2, '"a b.png"'],
    ['c.png', 3, 'c.png'],
    ['d&e.png', 6, "'d&amp;e.png'"],
  ]);
});

test('code and text that only looks like an image is none', () => {
  expect(found('`![a](a.png)` ![a](a.png)\n\n```\n![b](b.png)\n```\n\n\\![c](c.png) ![d] (d.png)')).toEqual([
    ['a.png', 1, 'a.png'],
  ]);
  expect(imagesOf(textSource('`![a](a.png)` ![a](a.png)'))[0]?.written?.from).toBe(19);
});

test('an image is found however deep it lies', () => {
  const text = `${'<div>'.repeat(20_000)}<img src="a.png">`;
  expect(imagesOf(textSource(text)).map(({ address }) => address)).toEqual(['a.png']);
});
