import { markdownDestination } from '../post/file-name.ts';
import { htmlPage } from './html-page.ts';
import type { Output, OutputFile, PostToExport, Target } from './target.ts';

/** The page with its images inside: one file that can be mailed. */
export const htmlSingle: Target = {
  name: 'html-single',
  file: ({ slug }) => `${slug}.html`,
  fileName: (slug) => `${slug}.html`,
  postAddress: htmlPage.postAddress,
  parser: undefined,
  write: async (post) => withImagesInside(await htmlPage.write(withoutLocalCover(post))),
};

/** Cards of other sites take an image by its address only. */
function withoutLocalCover(post: PostToExport): PostToExport {
  const { image } = post.fields;
  if (image === undefined || /^https?:\/\//i.test(image)) return post;
  return { ...post, fields: { ...post.fields, image: undefined } };
}

function withImagesInside({ files, problems }: Output): Output {
  const images = files.flatMap((file) =>
    file.kind === 'image' ? [{ ...file, written: `src="${markdownDestination(file.path)}"` }] : [],
  );
  const pages = files.flatMap((file): OutputFile[] =>
    file.kind === 'text' ? [{ ...file, kind: 'inlined', images }] : [],
  );
  return { files: pages, problems };
}
