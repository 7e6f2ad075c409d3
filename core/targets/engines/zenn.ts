import type { ExportProblem } from '../../contract/export.ts';
import { calendarDay, pad } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { inZone } from '../../post/time-zone.ts';
import { localImages } from '../article.ts';
import { keyLine } from '../checks/text-runs.ts';
import { alertsAsBoxes } from '../dialect/alerts.ts';
import { contentsBeside } from '../dialect/contents.ts';
import { zennContainers } from '../dialect/containers.ts';
import { languageOnly } from '../dialect/code.ts';
import { emphasis } from '../dialect/emphasis.ts';
import { lineEnds } from '../dialect/line-ends.ts';
import { rubyAsText } from '../dialect/ruby.ts';
import type { PostToExport } from '../target.ts';
import { engineTarget, problem } from './engine.ts';

const mostTopics = 5;
const longestTitle = 70;

/** An article of Zenn. `emoji` and `type` are taken from the post's own header when it has them. */
export const zenn = engineTarget({
  name: 'zenn',
  file: ({ slug }) => `articles/${slug}.md`,
  fileName: (slug) => `articles/${slug}.md`,
  postAddress: (slug) => slug,
  images: (slug) => ({ folder: `images/${slug}`, address: `/images/${slug}/` }),
  header: ({ post: { date, fields }, title }) => [
    ['title', title],
    ['emoji', '📝'],
    ['type', 'tech'],
    ['topics', fields.tags],
    ['published', !fields.draft],
    ['published_at', fields.draft || date === undefined ? undefined : { bare: publishedAt(date) }],
  ],
  knows: ['math', 'container', 'alert', 'diagram', 'contents'],
  losesHtml: 'Zenn',
  dialect: [contentsBeside, alertsAsBoxes, zennContainers, rubyAsText, lineEnds, emphasis, languageOnly],
  problems: ({ post, title }) => [
    ...slugProblems(post),
    ...([...title].length > longestTitle
      ? [problem('error', 'zenn-title', keyLine(post, 'title'), title)]
      : []),
    ...topicProblems(post),
    ...localImages(post)
      .filter(({ address }) => !/\.(?:png|jpe?g|gif|webp)(?:[?#].*)?$/i.test(address))
      .map(({ address, line }) => problem('warning', 'zenn-image', line, address)),
  ],
});

/** Zenn reads its dates on Japan's clocks. */
function publishedAt(date: PostDate): string {
  const there = inZone(date, 'Asia/Tokyo') ?? date;
  const { time } = there;
  return `${calendarDay(there)}${time === undefined ? '' : ` ${pad(time.hour, 2)}:${pad(time.minute, 2)}`}`;
}

/** A slug is changed where it comes from: in the header, or by another name for the post. */
function slugProblems(post: PostToExport): readonly ExportProblem[] {
  if (/^[a-z0-9_-]{12,50}$/.test(post.slug)) return [];
  return post.fields.slug === undefined
    ? [problem('error', 'zenn-name', undefined, post.slug)]
    : [problem('error', 'zenn-slug', keyLine(post, 'slug'), post.slug)];
}

function topicProblems(post: PostToExport): readonly ExportProblem[] {
  const { tags } = post.fields;
  const line = keyLine(post, 'tags');
  return [
    ...(tags.length > mostTopics ? [problem('error', 'zenn-topics', line, String(tags.length))] : []),
    // Letters and digits of any script; no blank and no sign.
    ...tags
      .filter((tag) => !/^[\p{L}\p{M}\p{N}ー]+$/u.test(tag))
      .map((tag) => problem('error', 'zenn-topic', line, tag)),
  ];
}
