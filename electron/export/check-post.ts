import type { ExportProblem } from '../../core/contract/export.ts';
import { articleOf } from '../../core/targets/article.ts';
import { checkText } from '../../core/targets/checks/check-text.ts';
import { problemOf } from '../../core/targets/checks/finding.ts';
import { anchorsIn, deadLinks, hasAnchor, localLinks } from '../../core/targets/checks/links.ts';
import type { LinkTarget, LocalLink } from '../../core/targets/checks/links.ts';
import { tokensOf } from '../../core/targets/checks/text-runs.ts';
import { mapLimited } from '../files/pool.ts';
import { isThere } from './is-there.ts';
import type { ExportJob } from './job.ts';
import type { Pause } from './pause.ts';
import { readPost } from './prepare.ts';

const atOnce = 16;

/** What is wrong with one post for every target: its text, and links that lead to nothing in the library. */
export async function checkPost(job: ExportJob, pause: Pause): Promise<readonly ExportProblem[]> {
  const { post } = await readPost(job);
  await pause();
  const tokens = tokensOf(post);
  await pause();
  const links = localLinks(tokens);
  const inside = links.some(({ path }) => path === '')
    ? anchorsIn(await articleOf(post, undefined))
    : new Set<string>();
  const others = [...new Set(links.map(({ path }) => path))].filter((path) => path !== '');
  const there = await mapLimited(others, atOnce, (path) => isThere(job, path));
  const dead = new Set(others.filter((_, index) => there[index] === false));
  await pause();
  const judge = ({ path, anchor }: LocalLink): LinkTarget => {
    if (path !== '') return dead.has(path) ? 'dead' : 'there';
    return hasAnchor(inside, anchor) ? 'there' : 'anchor-dead';
  };
  return [...checkText(post, tokens), ...deadLinks(links, judge)].map(problemOf);
}
