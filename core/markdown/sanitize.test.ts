import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitize } from './sanitize.ts';
import { article } from '../testing/markdown-fixtures.ts';
import { readFixtures } from '../testing/markdown-fixtures.ts';

const rules = {
  link: (href: string) => href,
  image: (src: string) => src,
  id: (id: string) => id,
  reference: (id: string) => id,
};

const pieces = [
  '<b>',
  '</b>',
  '<a href="x">',
  '</a>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '</td>',
  '<li>',
  '<ul>',
  '</ul>',
  '<form>',
  '</form>',
  '<svg>',
  '</svg>',
  '<math>',
  '<mtext>',
  '<mglyph>',
  '<style>',
  '</style>',
  '<script>',
  '</script>',
  '<title>',
  '</title>',
  '<noscript>',
  '</noscript>',
  '<template>',
  '<select>',
  '<option>',
  '<h1>',
  '<details>',
  '<summary>',
  '<ruby>',
  '<rt>',
  '<pre>\n',
  '</pre>',
  '<textarea>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '<img src=x onerror=alert(1)>',
  '<input type=checkbox>',
  '<foreignObject>',
  '<desc>',
  '<g id="a">',
  '<use href="#a">',
  '<path fill="url(#a)" d="M0 0">',
  '<rect style="fill:red;mask:url(http://a)">',
  '</g>',
  '<annotation-xml encoding="text/html">',
  'text',
  '&lt;',
  '&#60;',
  '"',
  "'",
  '=',
  '\n',
  '<',
  '>',
  '<plaintext>',
  '<caption>',
  '<col>',
  '<button>',
  '<iframe>',
  '<font>',
];

test('what is sanitised stays as it is when it is sanitised again, and holds nothing that acts', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
      const clean = sanitize(parts.join(''), rules);
      expect(sanitize(clean, rules)).toBe(clean);
      expect(clean).not.toMatch(
        /<(?:script|style|iframe|form|textarea|template|noscript|foreignObject|animate|set|image)|<[^>]+ on\w+=/i,
      );
    }),
    { numRuns: 2000 },
  );
});

test('deep nesting neither overflows nor comes out', () => {
  const clean = sanitize('<div>'.repeat(50_000), rules);
  expect(clean.match(/<div>/g)?.length).toBeLessThan(300);
});

test('all of the hostile corpus at once gives nothing that acts either', () => {
  const all = readFixtures('security.txt')
    .map(({ source }) => source)
    .join('\n\n');
  expect(article(all)).not.toMatch(
    /<(?:script|style|iframe|form|object|embed|link|meta|base|foreignObject|animate|set|image)\b|<[^>]+\son\w+=/i,
  );
});
