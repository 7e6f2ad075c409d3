import type { PostDocument } from '../state/post-document.ts';
import { library, windowNumber } from '../state/session.ts';
import { preview } from './surfaces.ts';

/** Shows a whole post in the preview, its images served from its folder. */
export function showInPreview(document: PostDocument): void {
  const { language, open } = library.peek()?.blog ?? noBlog;
  preview()?.show(document.text, {
    library: `fude://library/${String(windowNumber.value)}/`,
    folder: (document.id.value ?? '').split('/').slice(0, -1).join('/'),
    blog: { language, open },
  });
}

const noBlog = { language: 'en', open: { language: false, dateFormat: false } };
