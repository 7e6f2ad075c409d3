import { formatDate } from '../../post/date-format.ts';
import { calendarDay, dateTimeAttribute } from '../../post/dates.ts';
import { coverImage, renderArticle } from '../article.ts';
import { escapeHtml } from '../escape.ts';
import { headerProblems, titleProblems } from '../header-problems.ts';
import { property } from '../page-head.ts';
import type { Output, OutputFile, PostToExport } from '../target.ts';
import { titleOf } from './entry.ts';
import type { BlogEntry } from './entry.ts';
import { postingData } from './json-ld.ts';
import { linkText, tagLinks, timeHtml } from './lists.ts';
import { addressIn, pageHtml } from './page.ts';
import { absoluteAddress } from './paths.ts';
import { linkPosts } from './post-links.ts';
import type { Site } from './site.ts';

/** The page of a post, its images, and what the feeds take of it. */
export interface PostOutput extends Output {
  /** The content of the page's `<article>`. */
  readonly article: string;
}

/** The page of a post and its images, by their paths in the blog's folder. */
export async function postPage(site: Site, entry: BlogEntry, post: PostToExport): Promise<PostOutput> {
  const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
  // Without the blog's address nothing can point to the image, so it is not taken along.
  const cover = site.blog.url === undefined ? undefined : coverImage(post);
  const { html, images, problems } = await renderArticle(post, cover === undefined ? [] : [cover]);
  const article = linkPosts(site, entry, html);
  const coverPath = cover && images.pathOf(cover.address);
  const image =
    cover === undefined ? remoteImage(post) : coverPath && absoluteAddress(site.blog, folder + coverPath);
  const text = pageHtml(site, {
    path: entry.path,
    title: entry.title,
    description: entry.summary,
    kind: 'article',
    image,
    head: [
      ...property('article:published_time', entry.date && dateTimeAttribute(entry.date)),
      ...property('article:modified_time', entry.updated && dateTimeAttribute(entry.updated)),
      ...entry.tags.flatMap((tag) => property('article:tag', tag)),
      ...(entry.about ? [] : [postingData(site, entry, image)]),
    ],
    main: [
      ...postHeader(site, entry, !article.includes('<h1') || post.fields.title !== undefined),
      // Nothing but the blocks stands inside, so that the article is the preview's, node for node.
      `<article>${article}</article>`,
      ...postFooter(site, entry),
    ],
  });
  const copies = images.copies.map((copy): OutputFile => ({ ...copy, path: folder + copy.path }));
  return {
    files: [...copies, { kind: 'text', path: entry.path, text }],
    problems: [...headerProblems(post, 'error'), ...problems, ...titleProblems(post, titleOf(post))],
    article,
  };
}

/** `titled`: the article does not bring its title along as a heading. */
function postHeader(site: Site, entry: BlogEntry, titled: boolean): readonly string[] {
  const { words, blog } = site;
  const changed = entry.updated !== undefined && entry.date !== undefined;
  const later = changed && calendarDay(entry.updated) !== calendarDay(entry.date);
  const dates = [
    timeHtml(site, entry.date),
    ...(later
      ? [
          `<span class="updated">${escapeHtml(words.updated(formatDate(entry.updated, blog.dateFormat, blog.language)))}</span>`,
        ]
      : []),
  ].filter((part) => part !== '');
  const lines = [
    ...(dates.length === 0 ? [] : [`<p>${dates.join(' ')}</p>`]),
    ...(titled ? [`<h1>${linkText(entry)}</h1>`] : []),
  ];
  return lines.length === 0 ? [] : ['<header>', ...lines, '</header>'];
}

function postFooter(site: Site, entry: BlogEntry): readonly string[] {
  if (entry.about) return [];
  const { words } = site;
  const tags = tagLinks(site, entry.path, entry.tags);
  const at = site.positionOf(entry);
  const step = (other: BlogEntry | undefined, rel: string, label: string): readonly string[] =>
    other === undefined
      ? []
      : [
          `<li class="${rel}"><span class="meta">${escapeHtml(label)}</span> <a href="${addressIn(site, entry.path, other.path)}" rel="${rel}">${linkText(other)}</a></li>`,
        ];
  const steps = [
    ...step(site.posts[at + 1], 'prev', words.older),
    ...step(site.posts[at - 1], 'next', words.newer),
  ];
  if (tags === '' && steps.length === 0) return [];
  return [
    '<footer>',
    ...(tags === '' ? [] : [`<p class="tags">${escapeHtml(words.tags)}: ${tags}</p>`]),
    ...(steps.length === 0
      ? []
      : [
          `<nav class="neighbours" aria-label="${escapeHtml(words.neighbours)}"><ul>`,
          ...steps,
          '</ul></nav>',
        ]),
    '</footer>',
  ];
}

const remoteImage = ({ fields }: PostToExport): string | undefined =>
  fields.image !== undefined && /^https?:\/\//i.test(fields.image) ? fields.image : undefined;
