import { join } from 'node:path';
import type { BlogProblem, ExportProblem } from '../../core/contract/export.ts';
import { comparableName } from '../../core/post/file-name.ts';
import { judgeLink } from '../../core/targets/blog/check-links.ts';
import { commonFiles } from '../../core/targets/blog/common-files.ts';
import { feedPosts } from '../../core/targets/blog/feed-items.ts';
import { postPage } from '../../core/targets/blog/post-page.ts';
import { siteOf } from '../../core/targets/blog/site.ts';
import type { Site } from '../../core/targets/blog/site.ts';
import { checkText } from '../../core/targets/checks/check-text.ts';
import { problemOf } from '../../core/targets/checks/finding.ts';
import { futureDate } from '../../core/targets/checks/future.ts';
import { anchorsIn, deadLinks, localLinks } from '../../core/targets/checks/links.ts';
import { tokensOf } from '../../core/targets/checks/text-runs.ts';
import { FailureError } from '../failures.ts';
import { mapLimited } from '../files/pool.ts';
import { readAgain } from './blog-read.ts';
import type { ReadLibrary, ReadPost } from './blog-read.ts';
import type { BlogJob, BlogWatch } from './blog-job.ts';
import { fileOf, prepareFile, textHash } from './prepare.ts';
import type { PreparedFile } from './prepare.ts';

/** Rendering keeps one processor busy; a few posts at once hide the waiting for the disk. */
const atOnce = 4;
/** Bytes of pages that are kept; what is beyond is rendered again when it is to be written. */
const keptPages = 64 * 1024 * 1024;

/** A file of the blog. */
export interface BlogFile extends PreparedFile {
  /** The post that it is made from; undefined for a page of the blog itself. */
  readonly post: ReadPost['entry']['id'] | undefined;
}

/** All files of a blog. */
export interface RenderedBlog {
  /** What others refer to comes first. */
  readonly files: readonly BlogFile[];
  readonly problems: readonly BlogProblem[];
}

/** Renders all pages. Of what does not fit into memory only the hashes are kept. */
export async function renderBlog(
  job: BlogJob,
  library: ReadLibrary,
  { progress, signal }: BlogWatch,
): Promise<RenderedBlog> {
  const entries = library.posts.map(({ entry }) => entry);
  const site = siteOf(job.blog, job.css, entries);
  const inFeed = new Set(feedPosts(site).map(({ id }) => id));
  const articles = new Map<string, string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  const total = library.posts.length;
  let room = keptPages;
  let done = 0;
  const rendered = await mapLimited(library.posts, atOnce, async (read) => {
    signal.throwIfAborted();
    const { post, decoded } = await readAgain(job, read);
    const page = await postPage(site, read.entry, post);
    anchors.set(read.entry.path, anchorsIn(page.article));
    if (inFeed.has(post.id)) articles.set(post.id, page.article);
    const tokens = tokensOf(post);
    const problems = [
      ...page.problems,
      ...checkText(post, tokens).map(problemOf),
      ...futureDate(post, job.now),
    ];
    const files: BlogFile[] = [];
    for (const file of page.files) {
      const prepared = await prepareFile(job, file, decoded);
      if (!('path' in prepared)) problems.push(prepared);
      else if (file.kind === 'image') files.push({ ...prepared, post: post.id });
      else {
        const kept = prepared.size <= room;
        if (kept) room -= prepared.size;
        const bytes = kept ? prepared.bytes : () => renderAgain(job, site, read);
        const shows = textHash(page.article);
        files.push({ ...prepared, bytes, shows: () => Promise.resolve(shows), post: post.id });
      }
    }
    progress({ step: 'rendering', done: (done += 1), total });
    return { files, problems, links: localLinks(tokens), entry: read.entry };
  });
  const common = commonFiles(site, articles).map(({ path, text }) => ({
    ...fileOf(path, new TextEncoder().encode(text)),
    post: undefined,
  }));
  const own: readonly BlogProblem[] =
    job.blog.url === undefined
      ? [{ severity: 'warning', kind: 'blog-without-url', line: undefined, subject: '', post: undefined }]
      : [];
  const files = [...rendered.flatMap((post) => post.files), ...common];
  const targets = { paths: new Set(files.map(({ path }) => path)), anchors };
  const ofPosts = rendered.flatMap(({ problems, links, entry }) =>
    inOrder([
      ...problems,
      ...deadLinks(links, (link) => judgeLink(site, entry, link, targets)).map(problemOf),
    ]).map((problem): BlogProblem => ({ ...problem, post: entry.id })),
  );
  return { files, problems: [...own, ...inEachOthersWay(files), ...ofPosts] };
}

async function renderAgain(job: BlogJob, site: Site, read: ReadPost): Promise<Uint8Array> {
  const { post } = await readAgain(job, read);
  const page = await postPage(site, read.entry, post);
  const file = page.files.find(({ path }) => path === read.entry.path);
  if (file?.kind !== 'text') {
    throw new FailureError({ kind: 'changed-outside', path: join(job.libraryRoot, ...post.id.split('/')) });
  }
  return new TextEncoder().encode(file.text);
}

const inOrder = (problems: readonly ExportProblem[]): readonly ExportProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** A slug like `a.html` wants a folder where the post `a` has its page. */
function inEachOthersWay(files: readonly BlogFile[]): readonly BlogProblem[] {
  const owners = new Map(files.map((file) => [comparableName(file.path), file]));
  const problems = new Map<string, BlogProblem>();
  for (const { path, post } of files) {
    const parts = comparableName(path).split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const owner = owners.get(parts.slice(0, length).join('/'));
      if (owner === undefined) continue;
      const subject = `${owner.path} (${owner.post ?? owner.path})`;
      problems.set(`${post ?? ''} ${subject}`, {
        severity: 'error',
        kind: 'same-file',
        line: undefined,
        subject,
        post,
      });
    }
  }
  return [...problems.values()];
}
