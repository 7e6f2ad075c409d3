import type { OutputFile } from '../../core/targets/target.ts';
import { targets } from '../../core/targets/table.ts';
import { checkInside } from './export-post.ts';
import type { ExportJob } from './job.ts';
import { prepareFile, readPost } from './prepare.ts';

/** What a post is called, and the page that stands for it on paper. */
export interface PrintablePage {
  readonly name: string;
  readonly html: string;
}

/**
 * A post as one page with its images inside; those that cannot be had leave their place empty, and folded parts are open: paper
 * cannot be clicked. Throws a FailureError when the post cannot be read.
 */
export async function printablePage(
  job: Pick<ExportJob, 'libraryRoot' | 'blog' | 'post' | 'themeCss'>,
): Promise<PrintablePage> {
  await checkInside(job);
  const { post, decoded } = await readPost(job);
  const { files } = await targets['html-single'].write(post);
  let page = files.find((file): file is Inlined => file.kind === 'inlined');
  while (page !== undefined) {
    const { images }: Inlined = page;
    const prepared = await prepareFile(job, page, decoded);
    if ('path' in prepared) {
      const html = new TextDecoder().decode(await prepared.bytes());
      return { name: post.slug, html: html.replace(/<details(?=[\s>])(?![^>]*\sopen)/g, '<details open') };
    }
    page = { ...page, images: images.filter(({ address }) => address !== prepared.subject) };
    if (page.images.length === images.length) break;
  }
  return { name: post.slug, html: '' };
}

type Inlined = Extract<OutputFile, { readonly kind: 'inlined' }>;
