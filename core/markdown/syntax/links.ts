import type { MarkdownIt } from 'markdown-it';
import { imageSource, linkAddress } from '../addresses.ts';
import { articleEnv } from '../facts.ts';
import { hole } from '../holes.ts';

/**
 * Links to http, https, mailto and relative addresses; text that looks like any other link stays text. A link within the
 * document is left open, since its target may get another id than the author wrote (see `sanitize.ts`).
 */
export const links = (parser: MarkdownIt): void => {
  // The parser asks for links and images alike.
  parser.validateLink = (address) => linkAddress(address) !== undefined || imageSource(address) !== undefined;

  parser.renderer.rules['link_open'] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const href = String(token?.attrGet('href') ?? '');
    token?.attrSet('href', linkTarget(href, articleEnv(env).facts.anchorLinks));
    return renderer.renderToken(tokens, at, options);
  };
};

/** What goes into `href`: a checked address, or the hole of a link within the document. */
export const linkTarget = (href: string, anchorLinks: string[]): string => {
  if (!/^#./.test(href)) return linkAddress(href) ?? '';
  anchorLinks.push(href);
  return hole('a', anchorLinks.length - 1);
};
