import type { TargetName } from '../contract/export.ts';
import { htmlFragment } from './html-fragment.ts';
import { htmlPage } from './html-page.ts';
import { markdown } from './markdown.ts';
import type { Target } from './target.ts';

/** Every way out of Fude, one row each. */
export const targets: Readonly<Record<TargetName, Target>> = {
  html: htmlPage,
  fragment: htmlFragment,
  markdown,
};
