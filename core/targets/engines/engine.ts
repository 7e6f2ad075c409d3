import type { ExportProblem, Syntax, TargetName } from '../../contract/export.ts';
import { loadEmoji } from '../../markdown/emoji-data.ts';
import { imagesOf } from '../../markdown/images.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { otherKeys } from '../../post/other-keys.ts';
import type { OtherKey } from '../../post/other-keys.ts';
import { withEdits } from '../../post/text-edits.ts';
import { coverImage, localImages } from '../article.ts';
import { emojiCharacters, mayNameEmoji } from '../dialect/emoji.ts';
import { ascending, inDialect, reading } from '../dialect/rule.ts';
import type { DialectRule, Reading } from '../dialect/rule.ts';
import { diagramImages } from '../diagrams.ts';
import type { DiagramImages } from '../diagrams.ts';
import { headerProblems, titleProblems } from '../header-problems.ts';
import { movedLinks } from '../linked-posts.ts';
import { placeImages } from '../images.ts';
import { movedImages } from '../moved-images.ts';
import type { Output, PlacedPost, PostAddress, PostToExport, Target } from '../target.ts';
import { yamlHeader } from './header.ts';
import type { HeaderEntry } from './header.ts';
import { unknownSyntax } from './known-syntax.ts';
import { rawHtml } from './raw-html.ts';

/** What an engine's header is made of. */
export interface HeaderParts {
  readonly post: PostToExport;
  /** The title, else the first heading, else the slug. */
  readonly title: string;
  /** Address of the image that stands for the post. */
  readonly cover: string | undefined;
  /** The body, as the engine gets it. */
  readonly body: string;
  /** It has tags that the engine is to run; the post's own marks of its template language are spelled as text. */
  readonly tagged: boolean;
  readonly others: readonly OtherKey[];
}

/** What one blog engine expects of a post. Paths start at the root of its site. */
export interface Engine {
  readonly name: TargetName;
  readonly file: (post: PlacedPost) => string;
  /** Tells posts apart that would be in each other's way. */
  readonly fileName: (slug: string) => string;
  /** Where its posts find each other. */
  readonly postAddress: PostAddress;
  /** Where images go, and what their addresses begin with. */
  readonly images: (slug: string) => { readonly folder: string; readonly address: string };
  /** In order; a key of the same name in the post's own header stands instead. Undefined for a file without a header. */
  readonly header: ((parts: HeaderParts) => readonly HeaderEntry[]) | undefined;
  /** What it reads, as it comes, beyond GitHub's Markdown. */
  readonly knows: readonly Syntax[];
  /** The engine's own name when its parser leaves raw HTML out; undefined when it shows it. */
  readonly losesHtml: string | undefined;
  /** How its parser wants to be written to. */
  readonly dialect: readonly DialectRule[];
  /** What it would refuse or lose. */
  readonly problems: (parts: HeaderParts) => readonly ExportProblem[];
}

/** The row of an engine: the post as the engine would have it, its images where the engine serves them from. */
export function engineTarget(engine: Engine): Target {
  return {
    name: engine.name,
    file: engine.file,
    fileName: engine.fileName,
    postAddress: engine.postAddress,
    parser: engine,
    write: async (post) => {
      if (mayNameEmoji(post.source.sliceString(0))) await loadEmoji();
      return output(engine, post, await drawings(engine, post));
    },
  };
}

/** Diagrams become images where the engine does not draw them itself. */
async function drawings(engine: Engine, { source, slug }: PostToExport): Promise<DiagramImages> {
  if (engine.knows.includes('diagram')) return { files: [], edits: [], problems: [] };
  return diagramImages(source, engine.images(slug));
}

async function output(engine: Engine, post: PostToExport, diagrams: DiagramImages): Promise<Output> {
  const { source, fields, frontMatter, slug, pause } = post;
  const { folder, address } = engine.images(slug);
  const cover = engine.header === undefined ? undefined : coverImage(post);
  const images = placeImages(post, [...localImages(post), ...(cover === undefined ? [] : [cover])], folder);
  const addressOf = (written: string): string | undefined => {
    const path = images.pathOf(written);
    return path === undefined ? undefined : address + path.slice(folder.length + 1);
  };
  await pause();
  const moved = movedImages(imagesOf(source), addressOf);
  await pause();
  const links = movedLinks(post, engine.postAddress);
  const edits = ascending([...moved.edits, ...links.edits, ...diagrams.edits]);
  const beside = links.tagged && typeof engine.postAddress === 'object' ? [engine.postAddress.beside] : [];
  const rules = [emojiCharacters, ...engine.dialect, ...beside];
  let text = withEdits(source, edits);
  for (const rule of rules) {
    await pause();
    text = inDialect(text, [rule]);
  }
  await pause();
  const start = frontMatter.kind === 'none' ? 0 : frontMatter.range.to;
  const body = text.slice(start).replace(/^\n+/, '').replace(/\n*$/, '\n');
  const heading = outlineOf(source).find((entry) => entry.text !== '')?.text;
  const ofPost = otherKeys(source);
  const named = new Set(ofPost.map(({ name }) => name));
  const others = [...ofPost, ...post.kept.filter(({ name }) => !named.has(name))];
  const parts: HeaderParts = {
    post,
    title: fields.title ?? heading ?? slug,
    cover: cover === undefined ? fields.image : addressOf(cover.address),
    body,
    tagged: links.tagged,
    others,
  };
  const own = new Set(others.map(({ name }) => name));
  const entries = (engine.header?.(parts) ?? []).filter(([key]) => !own.has(key));
  const header =
    engine.header === undefined
      ? ''
      : `${yamlHeader(
          entries,
          others.map((other) => other.text),
        )}\n`;
  return {
    files: [
      ...images.copies,
      ...diagrams.files,
      { kind: 'post', path: engine.file(post), text: header + body },
    ],
    problems: [
      ...headerProblems(post, 'error'),
      ...images.problems,
      ...moved.problems,
      ...links.problems,
      ...diagrams.problems,
      ...titleProblems(post, fields.title),
      ...others
        .filter(({ linked }) => linked && engine.header !== undefined)
        .map(({ name, line }) => problem('error', 'front-matter-linked', line, name)),
      ...(frontMatter.kind === 'toml' && engine.header !== undefined
        ? [problem('warning', 'front-matter-toml', 1, post.id)]
        : []),
      ...unshown(engine, reading(source)),
      ...engine.problems(parts),
    ],
  };
}

/** What the engine's parser does not show as the preview does, whatever is written for it. */
export const unshown = (
  { knows, losesHtml }: Pick<Engine, 'knows' | 'losesHtml'>,
  post: Reading,
): readonly ExportProblem[] => [
  ...unknownSyntax(post, knows),
  ...(losesHtml === undefined
    ? []
    : rawHtml(post).map((line) => problem('warning', 'raw-html', line, losesHtml))),
];

/** `line` counts from 1. */
export const problem = (
  severity: ExportProblem['severity'],
  kind: ExportProblem['kind'],
  line: number | undefined,
  subject: string,
): ExportProblem => ({ severity, kind, line, subject });

/** A post without a date. */
export const dateProblems = (
  { date, id }: PostToExport,
  severity: ExportProblem['severity'],
): readonly ExportProblem[] => (date === undefined ? [problem(severity, 'no-date', undefined, id)] : []);
