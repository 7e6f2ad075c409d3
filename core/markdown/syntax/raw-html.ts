import type { MarkdownIt, RendererRule } from 'markdown-it';
import { articleEnv } from '../facts.ts';
import { cleanRawHtml } from '../holes.ts';

/** Raw HTML goes through as it is here; the block it is in is sanitised whole. */
export const rawHtml = (parser: MarkdownIt): void => {
  const rule: RendererRule = (tokens, at, _options, env) => {
    articleEnv(env).facts.raw = true;
    return cleanRawHtml(tokens[at]?.content ?? '');
  };
  parser.renderer.rules['html_block'] = rule;
  parser.renderer.rules['html_inline'] = rule;
};
