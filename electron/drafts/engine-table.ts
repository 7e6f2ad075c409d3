import type { TargetName } from '../../core/contract/export.ts';

/** How a new post lies: a folder of its own with `index.md`, or one file whose name begins with the date. */
export type PostShape = 'folder' | 'file';

/** What tells a site of one blog engine, and where its posts lie. Paths are below the top of the site. */
export interface Engine {
  /** Posts of its site go out to the target of this name as they are. */
  readonly target: TargetName;
  /** Whether a folder with these names in it is the top of a site of this engine. */
  readonly isSite: (names: ReadonlySet<string>) => boolean;
  /** Where it looks for posts, below the top; the first that exists, else the first. */
  readonly postFolders: readonly [string, ...string[]];
  readonly shape: PostShape;
  /** Folders of the top that hold templates or what the engine built. */
  readonly notPosts: readonly string[];
  /** Folders below the top that it makes anew from the rest. */
  readonly built: readonly string[];
}

const has =
  (...wanted: readonly string[]) =>
  (names: ReadonlySet<string>): boolean =>
    wanted.some((name) => names.has(name));
const withEndings = (stem: string, ...endings: readonly string[]) =>
  endings.map((ending) => `${stem}.${ending}`);
const scripts = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'];

const hasHugoConfig = has(...withEndings('hugo', 'toml', 'yaml', 'yml', 'json'));
const hasOldHugoConfig = has(...withEndings('config', 'toml', 'yaml', 'yml', 'json'));
const hasJekyllConfig = has(...withEndings('_config', 'yml', 'yaml', 'toml'));

/** In the order they are tried: Hexo and Jekyll share the name of their configuration. */
export const engines: readonly Engine[] = [
  {
    target: 'hugo',
    isSite: (names) =>
      hasHugoConfig(names) || (hasOldHugoConfig(names) && has('content', 'archetypes')(names)),
    postFolders: ['content/posts', 'content/post', 'content/blog'],
    shape: 'folder',
    notPosts: ['archetypes', 'resources', 'static', 'assets'],
    built: ['public', 'resources/_gen'],
  },
  {
    target: 'hexo',
    isSite: (names) => hasJekyllConfig(names) && has('source', 'scaffolds')(names),
    postFolders: ['source/_posts'],
    shape: 'file',
    notPosts: ['scaffolds'],
    built: ['public', '.deploy_git'],
  },
  {
    target: 'jekyll',
    isSite: hasJekyllConfig,
    postFolders: ['_posts'],
    shape: 'file',
    notPosts: ['_layouts', '_includes', '_sass', 'vendor'],
    built: ['_site', '.jekyll-cache', '.sass-cache', 'vendor/bundle'],
  },
  {
    target: 'eleventy',
    isSite: has('.eleventy.js', ...withEndings('eleventy.config', ...scripts)),
    postFolders: ['posts', 'content/blog', 'src/posts'],
    shape: 'folder',
    notPosts: ['_includes', '_data'],
    built: ['_site'],
  },
  {
    target: 'astro',
    isSite: has(...withEndings('astro.config', ...scripts)),
    postFolders: ['src/content/blog', 'src/content/posts'],
    shape: 'folder',
    notPosts: [],
    built: ['dist', '.astro'],
  },
  {
    target: 'qiita',
    isSite: has('qiita.config.json'),
    postFolders: ['public'],
    shape: 'file',
    notPosts: [],
    built: [],
  },
  {
    target: 'zenn',
    isSite: (names) => names.has('articles') && names.has('books'),
    postFolders: ['articles'],
    shape: 'file',
    notPosts: [],
    built: [],
  },
];
