import { localImages } from '../article.ts';
import { keyLine } from '../checks/text-runs.ts';
import { alertsAsBoxes } from '../dialect/alerts.ts';
import { contentsBeside } from '../dialect/contents.ts';
import { qiitaContainers } from '../dialect/containers.ts';
import { languageOnly } from '../dialect/code.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { lineEnds } from '../dialect/line-ends.ts';
import { rubyAsHtml } from '../dialect/ruby.ts';
import { engineTarget, problem } from './engine.ts';

const mostTags = 5;

/** An article for Qiita's command line. What Qiita gives an article, `id` and `updated_at`, is kept. */
export const qiita = engineTarget({
  name: 'qiita',
  file: ({ slug }) => `public/${slug}.md`,
  fileName: (slug) => `public/${slug}.md`,
  // Qiita gives an article its address when it is published.
  postAddress: undefined,
  images: (slug) => ({ folder: `images/${slug}`, address: `../images/${slug}/` }),
  header: ({ post: { fields }, title }) => [
    ['title', title],
    ['tags', fields.tags],
    ['private', false],
    ['updated_at', ''],
    ['id', null],
    ['organization_url_name', null],
    ['slide', false],
    ['ignorePublish', fields.draft],
  ],
  knows: ['math', 'container', 'alert', 'diagram', 'contents'],
  losesHtml: undefined,
  dialect: [contentsBeside, alertsAsBoxes, qiitaContainers, rubyAsHtml, lineEnds, emphasis, languageOnly],
  problems: ({ post }) => [
    ...(post.fields.tags.length === 0 ? [problem('error', 'qiita-no-tags', undefined, post.id)] : []),
    ...(post.fields.tags.length > mostTags
      ? [problem('error', 'qiita-tags', keyLine(post, 'tags'), String(post.fields.tags.length))]
      : []),
    ...post.fields.tags
      .filter((tag) => /\s/.test(tag))
      .map((tag) => problem('error', 'qiita-tag', keyLine(post, 'tags'), tag)),
    // Images are uploaded in the browser; there is no other way.
    ...localImages(post).map(({ address, line }) => problem('warning', 'image-by-hand', line, address)),
  ],
});
