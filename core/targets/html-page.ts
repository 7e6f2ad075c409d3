import { outlineOf } from '../markdown/outline.ts';
import { plainSummary } from '../markdown/summary.ts';
import { formatDate } from '../post/date-format.ts';
import { dateTimeAttribute } from '../post/dates.ts';
import { coverImage, renderArticle } from './article.ts';
import { escapeHtml } from './escape.ts';
import { headerProblems, titleProblems } from './header-problems.ts';
import { withLinkedPosts } from './linked-posts.ts';
import { headLines } from './page-head.ts';
import type { PageHead } from './page-head.ts';
import type { PostToExport, Target } from './target.ts';

/** Characters of a description that search engines show. */
const longestDescription = 160;

const pageName = (slug: string): string => `${slug}.html`;

/** A whole page that carries its look with it: `SLUG.html`, and its images in `SLUG/`. */
export const htmlPage: Target = {
  name: 'html',
  file: ({ slug }) => pageName(slug),
  fileName: pageName,
  postAddress: pageName,
  parser: undefined,
  write: async (post) => {
    const path = htmlPage.fileName(post.slug);
    // Without the blog's address nothing can point to the image, so it is not taken along.
    const cover = post.blog.url === undefined ? undefined : coverImage(post);
    const { html, images, problems } = await renderArticle(post, cover === undefined ? [] : [cover]);
    const heading = outlineOf(post.source).find(({ text }) => text !== '')?.text;
    const coverPath = cover && images.pathOf(cover.address);
    const head: PageHead = {
      title: post.fields.title ?? heading ?? post.slug,
      description: (post.fields.description ?? plainSummary(post.source, longestDescription)) || undefined,
      address: addressOf(post, path),
      image: cover === undefined ? remoteImage(post) : coverPath && addressOf(post, coverPath),
    };
    return {
      files: [
        ...images.copies,
        { kind: 'text', path, text: page(post, head, withLinkedPosts(html, post, pageName)) },
      ],
      problems: [
        ...headerProblems(post, 'error'),
        ...problems,
        ...titleProblems(post, post.fields.title ?? heading),
      ],
    };
  },
};

function page(post: PostToExport, head: PageHead, article: string): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(post.blog.language)}">`,
    '<head>',
    ...headLines(post, head),
    '</head>',
    '<body>',
    ...blogHeader(post),
    '<main>',
    ...postHeader(post),
    // Nothing but the blocks stands inside, so that the article is the preview's, node for node.
    `<article>${article}</article>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blogHeader({ blog }: PostToExport): readonly string[] {
  const title = blog.title === undefined ? '' : escapeHtml(blog.title);
  const linked = blog.url === undefined ? title : `<a href="${escapeHtml(`${blog.url}/`)}">${title}</a>`;
  const lines = [
    ...(title === '' ? [] : [`<p>${linked}</p>`]),
    ...(blog.tagline === undefined ? [] : [`<p>${escapeHtml(blog.tagline)}</p>`]),
  ];
  return lines.length === 0 ? [] : ['<header>', ...lines, '</header>'];
}

function postHeader({ blog, date, fields }: PostToExport): readonly string[] {
  const shown = date === undefined ? '' : escapeHtml(formatDate(date, blog.dateFormat, blog.language));
  const lines = [
    ...(date === undefined ? [] : [`<p><time datetime="${dateTimeAttribute(date)}">${shown}</time></p>`]),
    ...(fields.title === undefined ? [] : [`<h1>${escapeHtml(fields.title)}</h1>`]),
  ];
  return lines.length === 0 ? [] : ['<header>', ...lines, '</header>'];
}

function addressOf({ blog }: PostToExport, path: string): string | undefined {
  return blog.url === undefined
    ? undefined
    : `${blog.url}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const remoteImage = ({ fields }: PostToExport): string | undefined =>
  fields.image !== undefined && /^https?:\/\//i.test(fields.image) ? fields.image : undefined;
