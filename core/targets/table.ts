import type { TargetName } from '../contract/export.ts';
import { astro } from './engines/astro.ts';
import { eleventy } from './engines/eleventy.ts';
import { hatena } from './engines/hatena.ts';
import { hexo } from './engines/hexo.ts';
import { hugo } from './engines/hugo.ts';
import { jekyll } from './engines/jekyll.ts';
import { qiita } from './engines/qiita.ts';
import { zenn } from './engines/zenn.ts';
import { htmlFragment } from './html-fragment.ts';
import { htmlPage } from './html-page.ts';
import { htmlSingle } from './html-single.ts';
import { markdown } from './markdown.ts';
import type { Target } from './target.ts';

/** Every way out of Fude, one row each. */
export const targets: Readonly<Record<TargetName, Target>> = {
  html: htmlPage,
  'html-single': htmlSingle,
  fragment: htmlFragment,
  hugo,
  jekyll,
  hexo,
  eleventy,
  astro,
  zenn,
  qiita,
  hatena,
  markdown,
};
