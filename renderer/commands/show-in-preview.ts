import { imagePath } from '../../core/post/image-address.ts';
import type { PostDocument } from '../state/post-document.ts';
import { windowNumber } from '../state/session.ts';
import { preview } from './surfaces.ts';

/** Shows a whole post in the preview, its images served from its folder. */
export function showInPreview(document: PostDocument): void {
  preview()?.show(document.text, imageAddresses(document));
}

/** Relative addresses become the library's own protocol, which serves nothing outside of it. */
function imageAddresses(document: PostDocument): (address: string) => string {
  return (address) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(address)) return address;
    const folder = (document.id.value ?? '').split('/').slice(0, -1).map(encodeURIComponent).join('/');
    const base = `fude://library/${String(windowNumber.value)}/`;
    // Names may hold what has a meaning in an address: `50%.png`, `a #1.svg`.
    const path = imagePath(address).split('/').map(encodeURIComponent).join('/');
    // A post in the library's root has no folder, and a leading slash would leave the library.
    const inLibrary = path.startsWith('/') || folder === '' ? path.replace(/^\/+/, '') : `${folder}/${path}`;
    return new URL(inLibrary, base).href;
  };
}
