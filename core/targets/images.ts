import type { ExportProblem } from '../contract/export.ts';
import { numbered, safeImageName } from '../post/file-name.ts';
import { imageEnding, imagePath } from '../post/image-address.ts';
import type { ImageCopy, PostToExport } from './target.ts';

/** An image that the post refers to: its address decoded, without scheme or host, and its 1-based line. */
export interface LocalImage {
  readonly address: string;
  readonly line: number;
}

/** Where the images of a post go. */
export interface PlacedImages {
  readonly copies: readonly ImageCopy[];
  readonly problems: readonly ExportProblem[];
  /** Where the image of this address lies after the export, relative to the export's folder; undefined for one with a problem. */
  readonly pathOf: (address: string) => string | undefined;
}

/** Folders whose content engines serve from the site's root. */
const servedFolders = ['', 'static/', 'source/', 'public/'];

/** Gives every image of the library that a post shows a place in `folder`, once and under a name of its own. */
export function placeImages(
  post: Pick<PostToExport, 'id'>,
  images: readonly LocalImage[],
  folder: string,
): PlacedImages {
  const copies = new Map<string, ImageCopy>();
  const problems: ExportProblem[] = [];
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  for (const { address, line } of images) {
    if (paths.has(address)) continue;
    const found = resolve(address, post.id);
    if (found.kind !== 'ok') {
      problems.push({ severity: 'error', kind: found.kind, line, subject: address });
      continue;
    }
    const key = found.path.normalize('NFC');
    let copy = copies.get(key);
    if (copy === undefined) {
      const path = `${folder}/${freeName(safeImageName(key.slice(key.lastIndexOf('/') + 1)), taken)}`;
      copy = { kind: 'image', path, from: placesOf(address, found.path), address, line };
      copies.set(key, copy);
    }
    paths.set(address, copy.path);
  }
  return { copies: [...copies.values()], problems, pathOf: (address) => paths.get(address) };
}

type Resolved =
  | { readonly kind: 'ok'; readonly path: string }
  | { readonly kind: 'image-outside' | 'image-unreadable' };

/** The path below the library's root that an address in a post means, as the preview finds it. */
function resolve(address: string, id: string): Resolved {
  const written = imagePath(address);
  const parts = written.startsWith('/') ? [] : id.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { kind: 'image-outside' };
  }
  const path = parts.join('/');
  const hidden = parts.some((part) => part.startsWith('.'));
  // Anything but an image of the library stays where it is, whatever a post asks for.
  return hidden || path.includes('\0') || !imageEnding.test(path)
    ? { kind: 'image-unreadable' }
    : { kind: 'ok', path };
}

/** macOS writes decomposed names, so a file may be there under either form. */
function placesOf(address: string, path: string): readonly string[] {
  const roots = /^[/\\]/.test(address) ? servedFolders : [''];
  const forms = [path, path.normalize('NFC'), path.normalize('NFD')];
  return [...new Set(roots.flatMap((root) => forms.map((form) => root + form)))];
}

/** Not every disk tells small letters from capital ones. */
function freeName(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const candidate = numbered(name, n);
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}
