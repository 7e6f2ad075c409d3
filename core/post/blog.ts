import { isMap, isScalar, LineCounter } from 'yaml';
import type { Blog } from '../contract/library.ts';
import type { Language } from '../contract/settings.ts';
import { blogKeys, scalarText, withoutSlash } from './blog-keys.ts';
import { usualDateFormat } from './blog-language.ts';
import { readTargets } from './named-targets.ts';
import { yamlDocument } from './yaml-document.ts';
import type { YamlTrouble } from '../contract/yaml-trouble.ts';

/** Something in `blog.yaml` that was passed over; `line` is 1-based. */
export type BlogProblem =
  /** The file is no YAML; nothing of it is used. */
  | { readonly kind: 'broken'; readonly line: number; readonly reason: YamlTrouble }
  /** The value of a known key cannot be used, and its default is. */
  | { readonly kind: 'bad-value'; readonly line: number; readonly key: string };

export interface ReadBlog {
  readonly blog: Blog;
  readonly problems: readonly BlogProblem[];
}

/**
 * Reads the text of `blog.yaml`; undefined when there is none. Never throws: what cannot be used is named and its
 * default taken. `language` is the interface's, for a blog that names none and posts that do not give theirs away.
 */
export function readBlog(text: string | undefined, language: Language): ReadBlog {
  const lineCounter = new LineCounter();
  const document = yamlDocument(text ?? '', lineCounter);
  const lineAt = (position: number): number => lineCounter.linePos(position).line;
  if (document.kind === 'broken') {
    return {
      blog: blogOf({}, language),
      problems: [{ kind: 'broken', line: lineAt(document.at), reason: document.reason }],
    };
  }
  const { contents } = document;
  const problems: BlogProblem[] = [];
  const values: Record<string, string> = {};
  let targets: Blog['targets'] = [];
  if (contents !== null && !isMap(contents)) {
    if (!isScalar(contents) || contents.value !== null) {
      problems.push({
        kind: 'broken',
        line: lineAt(contents.range[0]),
        reason: 'no-keys',
      });
    }
  }
  for (const { key, value } of isMap(contents) ? contents.items : []) {
    const name = isScalar(key) ? key.value : undefined;
    if (name === 'targets') {
      const read = readTargets(value);
      targets = read.targets;
      problems.push(...read.bad.map((at) => ({ kind: 'bad-value', line: lineAt(at), key: name }) as const));
    }
    if (typeof name !== 'string' || !Object.hasOwn(blogKeys, name)) continue;
    const written = scalarText(value);
    if (written === '') continue;
    if (written !== undefined && blogKeys[name]?.(written) === true) values[name] = written;
    else problems.push({ kind: 'bad-value', line: lineAt(key.range[0]), key: name });
  }
  return { blog: { ...blogOf(values, language), targets }, problems };
}

function blogOf(values: Readonly<Record<string, string>>, fallback: Language): Blog {
  const language = values['language'] ?? fallback;
  return {
    title: values['title'],
    tagline: values['tagline'] ?? values['description'],
    author: values['author'],
    url: values['url'] && withoutSlash(values['url']),
    language,
    timeZone: values['timeZone'],
    dateFormat: values['dateFormat'] ?? usualDateFormat(language),
    open: { language: values['language'] === undefined, dateFormat: values['dateFormat'] === undefined },
    targets: [],
  };
}
