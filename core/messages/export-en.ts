import { commandsEn } from './commands-en.ts';
import { counted } from './counted.ts';
import { keyOf } from './key-of.ts';
import { linesNamed, syntaxEn } from './syntax-words.ts';
import { yamlEn } from './yaml-words.ts';

/** What is said of exports: the dialog, its problems, and what has changed since. */
export const exportEn = {
  exportedAgain: (count: number, folder: string) =>
    count === 0 ? `Nothing has changed in ${folder}.` : `${counted(count, 'file')} exported to ${folder}.`,
  export: 'Export',
  exportTarget: 'Target',
  exportFolder: 'Folder',
  exportChooseFolder: 'Choose…',
  exportFiles: 'Files to be written',
  exportNoFolder: 'Choose a folder to see the files.',
  exportPlanning: 'Looking at what will be written…',
  exportRun: 'Export',
  exportRunning: 'Exporting…',
  exportOpenFolder: 'Open Folder',
  exportUndo: 'Undo Export',
  exportUndone: (restored: number, removed: number, folder: string) =>
    `The export to ${folder} is undone: ${String(restored)} brought back, ${String(removed)} taken away.`,
  exportNotUndoable: 'What it replaced was too much to keep: this export cannot be undone.',
  exportShowFile: (path: string) => `Show what changes in ${path}`,
  exportBefore: 'What lies there now',
  exportAfter: 'What will be written',
  exportNothingThere: 'Nothing lies there yet.',
  exportWillGo: 'This file is taken away.',
  exportSameFile: 'Nothing changes in this file.',
  exportNotShown: 'This file is not text, or too large to be shown.',
  exportBack: 'Back to the Files',
  exportUnchanged: '$ unchanged lines',
  exportedMark: 'exported',
  exportedChangedMark: 'changed since export',
  whatChanged: 'What changed since the export',
  whatChangedThen: 'As exported',
  whatChangedNow: 'Now',
  whatChangedAbout: (time: string, target: string, folder: string) =>
    `Exported ${time} as ${target} to ${folder}.`,
  whatChangedNothing: 'Nothing has changed since.',
  whatChangedGone: 'The text as it was exported is not kept any more.',
  whatChangedNever: 'This post was not exported yet.',
  exportProblems: 'What to know first',
  exportOverwrite: 'Overwrite what Fude did not write',
  exportNamedTargets: 'Of this blog',
  exportAllTargets: 'All targets',
  exportTargets: {
    html: 'HTML page',
    'html-single': 'HTML page, all in one file',
    fragment: 'HTML fragment',
    hugo: 'Hugo',
    jekyll: 'Jekyll',
    hexo: 'Hexo',
    eleventy: 'Eleventy',
    astro: 'Astro',
    zenn: 'Zenn',
    qiita: 'Qiita',
    hatena: 'Hatena Blog',
    markdown: 'Markdown',
  },
  exportTargetHints: {
    html: 'A whole page with its look inside, readable without a network.',
    'html-single': 'The same in one file that can be mailed: its images are inside.',
    fragment: 'The article alone, for pasting into a blog’s own page.',
    hugo: 'A page bundle in content/posts. Choose the root of the site.',
    jekyll: 'A post in _posts, images in assets/posts. Choose the root of the site.',
    hexo: 'A post in source/_posts, images in source/images. Choose the root of the site.',
    eleventy: 'A post in posts, images beside. Choose the folder that Eleventy reads.',
    astro: 'An entry of the collection src/content/blog, images beside. Choose the root of the site.',
    zenn: 'An article in articles, images in images. Choose the root of the repository.',
    qiita: 'An article in public, for Qiita’s command line. Choose the root of the repository.',
    hatena: 'The text alone as Markdown, for Hatena Blog’s editor.',
    markdown: 'Front matter and text as written, images beside.',
  },
  exportBlog: 'Whole blog',
  exportBlogHint: 'Every post but drafts as a site that can be served as it is: lists, tags, archive, feeds.',
  exportBlogSteps: {
    reading: 'Reading posts',
    rendering: 'Making pages',
    comparing: 'Looking at the folder',
    writing: 'Writing files',
  },
  exportBlogPosts: (posts: number, drafts: number) =>
    `${String(posts)} ${posts === 1 ? 'post' : 'posts'}${drafts === 0 ? '' : `, without ${String(drafts)} ${drafts === 1 ? 'draft' : 'drafts'}`}.`,
  exportBlogChanges: (fresh: number, changed: number, removed: number, unchanged: number) =>
    `${String(fresh)} new, ${String(changed)} changed, ${String(removed)} removed, ${String(unchanged)} unchanged.`,
  exportBlogDone: (written: number, removed: number, unchanged: number) =>
    `${String(written)} ${written === 1 ? 'file' : 'files'} written, ${String(removed)} removed, ${String(unchanged)} unchanged.`,
  exportCalledOff: 'Called off. Nothing was written.',
  exportMore: (count: number) => `and ${String(count)} more`,
  exportChange: {
    new: 'new',
    changed: 'changed',
    same: 'unchanged',
    foreign: 'not written by Fude',
    edited: 'changed by others since',
    removed: 'removed',
  },
  exportToProblem: 'Go there in the post',
  exportLines: (lines: readonly number[]) => {
    const rest = lines.length - linesNamed;
    const named = lines.slice(0, linesNamed).join(', ');
    return `${lines.length === 1 ? 'line' : 'lines'} ${named}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
  },
  exportAlso: (lines: string) => ` (also ${lines})`,
  exportProblem: {
    'image-missing': (subject: string) => `The image ${subject} is not there.`,
    'image-outside': (subject: string) =>
      `The image ${subject} lies outside the library and is not taken along.`,
    'image-unreadable': (subject: string) => `The image ${subject} cannot be read.`,
    'image-not-moved': (subject: string) =>
      `The address of the image ${subject} stands where Fude cannot change it. Write it as ![text](address).`,
    'same-file': (subject: string) =>
      `${subject} would be written by another post too. Give one of them a slug of its own.`,
    'front-matter-broken': (subject: string) => `The front matter is not valid YAML: ${yamlEn(subject)}.`,
    'front-matter-open': (fence: string) =>
      `The front matter is not closed, so all of it is text. Write ${fence} on a line of its own below it.`,
    'no-title': () => 'The post has no title.',
    'no-date': () => 'The post has no date, and the blog engine needs one.',
    'raw-html': (engine: string) => `${engine} does not show raw HTML. Write it as Markdown.`,
    'syntax-unknown': (subject: string) =>
      `The blog engine does not know ${syntaxEn[subject] ?? subject} by itself: the post looks otherwise there than in the preview.`,
    'diagram-undrawn': (subject: string) =>
      `This diagram is not drawn, and goes out as its source (open the post in Fude’s window to see why): ${subject}`,
    'image-by-hand': (subject: string) =>
      `The image ${subject} has to be uploaded by hand; it lies beside the text.`,
    'shortcode-open': (engine: string) =>
      `${engine} takes these braces for a shortcode without an end, and there is no way to escape it. Put a blank between them.`,
    'front-matter-linked': (subject: string) =>
      `${subject} in the front matter uses an anchor or an alias (& or *). Write the value out.`,
    'front-matter-toml': () =>
      'The header is TOML: title, dates, tags, slug, description, image and draft are taken along, other keys are not.',
    'zenn-slug': (subject: string) =>
      `Zenn takes slugs of 12 to 50 characters from a–z, 0–9, - and _; “${subject}” is none. Change the slug in the front matter.`,
    'zenn-name': (subject: string) =>
      `Zenn takes slugs of 12 to 50 characters from a–z, 0–9, - and _; the post’s name, “${subject}”, is none. Give it another one with “${commandsEn['post.rename'].replace('…', '')}” (${keyOf('post.rename')}).`,
    'zenn-title': () => 'Zenn takes titles of up to 70 characters.',
    'zenn-topics': (subject: string) => `Zenn takes up to 5 topics; the post has ${subject} tags.`,
    'zenn-topic': (subject: string) =>
      `Zenn takes topics of letters and digits only; “${subject}” has a sign or a blank in it.`,
    'zenn-image': (subject: string) => `Zenn shows png, jpg, gif and webp only, not ${subject}.`,
    'zenn-image-large': (subject: string) =>
      `Zenn takes images of up to 3 MB; ${subject} is larger. Make it smaller.`,
    'qiita-no-tags': () => 'Qiita needs at least one tag.',
    'qiita-tags': (subject: string) => `Qiita takes up to 5 tags; the post has ${subject}.`,
    'qiita-tag': (subject: string) => `Qiita takes no tag with a blank in it: “${subject}”.`,
    'link-dead': (subject: string) => `The link ${subject} leads to nothing.`,
    'anchor-dead': (subject: string) => `The link ${subject} leads to a heading that is not there.`,
    'link-post-unknown': (subject: string) =>
      `The link ${subject} leads to another post. Its address there is not known here, so it goes out as written; change it when that post is published.`,
    'link-post-absent': (subject: string) =>
      `A link leads to a post that is not exported to this folder yet: ${subject}`,
    'link-post-first': (subject: string) =>
      `A link leads to a post that is not exported to this folder yet, so it goes out as written: ${subject}. Export that post first, then this one again.`,
    'link-post-hidden': (subject: string) =>
      `A link leads to a post that is still hidden (a draft, or of a day to come), so it goes out as written: ${subject}. The engine would stop at it; export this post again when that one is shown.`,
    'link-address-set': (subject: string) =>
      `${subject} gives posts addresses of their own: links to other posts, written as ../NAME/, may lead to nothing. Try them on the built blog.`,
    'alt-empty': (subject: string) => `The image ${subject} has no description for those who cannot see it.`,
    'todo-left': (subject: string) => `“${subject}” is still in the text.`,
    'weekday-wrong': (subject: string) => `The weekday does not fit the date: ${subject}.`,
    'description-empty': () => 'The description is empty; the first paragraph stands in for it.',
    'date-bad': (subject: string) =>
      `“${subject}” is not a date that Fude can read, so it is not used. Write it as 2026-11-22, or with its time as 2026-11-22T09:30:00+09:00.`,
    'date-future': (subject: string) =>
      `The post is dated ${subject}, which is still to come. It goes out now; mark it as a draft to hold it back.`,
    'date-future-hidden': (subject: string) =>
      `The post is dated ${subject}, which is still to come: the engine leaves it out until then, unless it is told otherwise (Hugo: --buildFuture, Jekyll: --future).`,
    'slug-bad': (subject: string) => `“${subject}” cannot be the name of a page. Give the post another slug.`,
    'post-unreadable': (subject: string) => `The post cannot be read: ${subject}`,
    'blog-without-url': () =>
      'blog.yaml names no url, so the blog gets no feeds, no sitemap and no canonical addresses.',
    'not-removed': (subject: string) =>
      `${subject} belongs to nothing any more, but was changed since Fude wrote it. It stays.`,
    'export-interrupted': (subject: string) =>
      `An earlier export into ${subject} was cut off half-way. The next export first puts back what was there.`,
  },
};
