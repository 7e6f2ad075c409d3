import type { UnsoundReason } from '../../core/contract/failure.ts';
import type { ExportProblem } from '../../core/contract/export.ts';
import { decodeAddress, isLocal } from '../../core/markdown/addresses.ts';
import { readFrontMatter } from '../../core/post/front-matter.ts';
import { textSource } from '../../core/post/text-source.ts';
import { resolvePath } from '../../core/targets/blog/paths.ts';
import { hasAnchor } from '../../core/targets/checks/links.ts';
import { pageFacts } from '../../core/targets/page-facts.ts';
import type { PageFacts } from '../../core/targets/page-facts.ts';
import { FailureError } from '../failures.ts';
import { sha256 } from '../files/hash.ts';
import type { PreparedFile } from './prepare.ts';
import type { ReadStaged } from './swap.ts';

/** What the staged files are held against. */
export interface Expected {
  /** Paths of all files of the export, also of those that stay as they are. */
  readonly paths: ReadonlySet<string>;
  /** Whether it is a whole blog, where every link of Fude's own has to lead somewhere. */
  readonly whole: boolean;
  /** Whether the plan has told of dead links or a broken header in this file, so that the author knows. */
  readonly told: (file: PreparedFile) => boolean;
}

/** Where on the disk the author finds the file. */
export interface Staged {
  readonly file: PreparedFile;
  readonly place: string;
}

/**
 * Looks at every staged file as its reader will: bytes, images, links, anchors, headers, and for pages of posts that
 * their text is the preview's. The first one that is not as it should be is thrown as `export-unsound`.
 */
export async function verifyStaged(
  staged: readonly Staged[],
  read: ReadStaged,
  expected: Expected,
): Promise<void> {
  const pages = new Map<string, PageFacts>();
  for (const { file, place } of staged) {
    const unsound = complaintsAbout(place);
    const bytes = await read(file.path);
    if (sha256(bytes) !== file.hash) unsound('bytes', '');
    const text = (): string => new TextDecoder().decode(bytes);
    if (file.path.endsWith('.html')) pages.set(file.path, pageFacts(text()));
    else if (/\.(?:md|markdown)$/.test(file.path)) checkHeader(text(), expected.told(file), unsound);
    else if (file.path.endsWith('.json')) checkJson(text(), unsound);
  }
  for (const { file, place } of staged) {
    const facts = pages.get(file.path);
    if (facts !== undefined) await checkPage(file, facts, pages, expected, complaintsAbout(place));
  }
}

/** The kinds of problems that the author was told of before, by which a page may be less than sound. */
export const isToldOf = ({ kind }: ExportProblem): boolean =>
  kind === 'link-dead' || kind === 'anchor-dead' || kind === 'front-matter-broken';

type Complain = (reason: UnsoundReason, subject: string) => never;

const complaintsAbout =
  (path: string): Complain =>
  (reason, subject) => {
    throw new FailureError({ kind: 'export-unsound', path, reason, subject });
  };

async function checkPage(
  file: PreparedFile,
  facts: PageFacts,
  pages: ReadonlyMap<string, PageFacts>,
  { paths, whole, told }: Expected,
  unsound: Complain,
): Promise<void> {
  const known = told(file);
  if (file.shows !== undefined && sha256(new TextEncoder().encode(facts.text)) !== (await file.shows()))
    unsound('text', '');
  for (const address of facts.images) {
    const target = targetOf(file.path, address);
    if (target !== undefined && !paths.has(target.path)) unsound('image', target.path);
  }
  for (const { address, inArticle } of facts.links) {
    if (inArticle && known) continue;
    const target = targetOf(file.path, address);
    if (target === undefined) continue;
    // Where other pages lie around a single post, its own site knows.
    const here = whole ? target.path === file.path : address.startsWith('#');
    if (!here && !whole) continue;
    if (!here && !paths.has(target.path)) unsound('link', address);
    const places = (here ? facts : pages.get(target.path))?.anchors;
    if (places !== undefined && !hasAnchor(places, target.anchor)) unsound('anchor', address);
  }
}

/** Undefined for what lies elsewhere: with a scheme, from a server's root, or out of the folder. */
function targetOf(
  from: string,
  address: string,
): { readonly path: string; readonly anchor: string | undefined } | undefined {
  if (!isLocal(address) || address.startsWith('/')) return undefined;
  const [rest = '', anchor] = address.split('#');
  const written = decodeAddress(rest.replace(/\?.*$/s, ''));
  const path = written === '' ? from : resolvePath(from, written);
  return path === undefined
    ? undefined
    : { path, anchor: anchor === undefined ? undefined : decodeAddress(anchor) };
}

function checkHeader(text: string, told: boolean, unsound: Complain): void {
  const header = readFrontMatter(textSource(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')));
  if (header.kind === 'broken' && !told) unsound('front-matter', header.reason);
}

function checkJson(text: string, unsound: Complain): void {
  try {
    JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    unsound('data', 'JSON');
  }
}
