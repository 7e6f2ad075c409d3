import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const tokens = read('../renderer/ui/tokens.css');
const syntax = read('../renderer/editor/syntax.css');

/**
 * The relative luminance of WCAG 2, of a colour like `#1c1b1a`.
 * @param {string} colour
 */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Of the text and of code, in the light and in the dark. */
const grounds = ['background', 'surface'].map((name) =>
  [...tokens.matchAll(new RegExp(`--${name}: (#\\w{6});`, 'gu'))].map(([, colour]) => colour ?? ''),
);
const colours = [...syntax.matchAll(/--syntax-(\w+): light-dark\((#\w{6}), (#\w{6})\)/gu)];

test.each(colours.map(([, name = '', light = '', dark = '']) => ({ name, light, dark })))(
  'what is a $name can be read on every ground of the editor',
  ({ light, dark }) => {
    for (const [lightGround = '', darkGround = ''] of grounds) {
      expect(contrast(light, lightGround)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, darkGround)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('all colours of the syntax are looked at', () => {
  expect(colours.length).toBeGreaterThan(10);
  expect(grounds).toEqual([
    [expect.any(String), expect.any(String)],
    [expect.any(String), expect.any(String)],
  ]);
});
