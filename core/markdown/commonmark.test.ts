import { expect, test } from 'vitest';
import { imageSource, linkAddress } from './addresses.ts';
import { sanitize } from './sanitize.ts';
import { comparable, specExamples } from '../testing/commonmark-examples.ts';
import { article } from '../testing/markdown-fixtures.ts';

/** Examples of CommonMark that a post shows otherwise, on purpose. All others are as the specification has them. */
const deliberate: Readonly<Record<number, string>> = {
  96: 'a --- on the first line opens front matter',
  98: 'a --- on the first line opens front matter',
  155: 'a raw HTML tag without a partner closes at the end of its block',
  184: 'a raw HTML tag without a partner closes at the end of its block',
  572: 'an image alone with a title is a figure',
  573: 'an image alone with a title is a figure',
  576: 'an image alone with a title is a figure',
  577: 'an image alone with a title is a figure',
  584: 'an image alone with a title is a figure',
  585: 'an image alone with a title is a figure',
  586: 'an image alone with a title is a figure',
  588: 'an image alone with a title is a figure',
  589: 'an image alone with a title is a figure',
  591: 'an image alone with a title is a figure',
  596: 'links go to http, https, mailto and relative addresses',
  598: 'links go to http, https, mailto and relative addresses',
  599: 'links go to http, https, mailto and relative addresses',
  601: 'links go to http, https, mailto and relative addresses',
  602: 'bare addresses are links, as in GFM',
  608: 'bare addresses are links, as in GFM',
  611: 'bare addresses are links, as in GFM',
  612: 'bare addresses are links, as in GFM',
};

const rawId = (id: string): string => `user-content-${id}`;
const rules = { link: linkAddress, image: imageSource, id: rawId, reference: rawId };

test('CommonMark means what it always means, but for what is listed here', () => {
  const different = specExamples.filter(
    ({ markdown, html }) => comparable(article(markdown)) !== comparable(sanitize(html.trimEnd(), rules)),
  );
  expect(specExamples).toHaveLength(652);
  expect(different.map(({ number }) => number)).toEqual(Object.keys(deliberate).map(Number));
});
