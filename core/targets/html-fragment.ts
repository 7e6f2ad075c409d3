import { articleOf, renderArticle } from './article.ts';
import { movedLinks } from './linked-posts.ts';
import { headerProblems } from './header-problems.ts';
import { plainHtml } from './plain-html.ts';
import type { PostToExport, Target } from './target.ts';

/** The article alone, for a page of the blog's own: no classes but the languages of code, no styles. */
export const htmlFragment: Target = {
  name: 'fragment',
  file: ({ slug }) => `${slug}.html`,
  fileName: (slug) => `${slug}.html`,
  // It is pasted into a page that nobody knows here.
  postAddress: undefined,
  parser: undefined,
  write: async (post) => {
    const { html, images, problems } = await renderArticle(post, []);
    return {
      files: [
        ...images.copies,
        { kind: 'text', path: htmlFragment.fileName(post.slug), text: plainHtml(html) },
      ],
      problems: [...headerProblems(post, 'warning'), ...problems, ...movedLinks(post, undefined).problems],
    };
  },
};

/** The same for the clipboard, where no image can come along: their addresses stay as written. */
export async function clipboardFragment(post: Pick<PostToExport, 'source' | 'blog'>): Promise<string> {
  return plainHtml(await articleOf(post, undefined));
}
