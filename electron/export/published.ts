import type { TargetName, blogTarget } from '../../core/contract/export.ts';
import { frontMatterRange } from '../../core/contract/front-matter-range.ts';
import { fieldsOf, readFrontMatter } from '../../core/post/front-matter.ts';
import { otherKeys } from '../../core/post/other-keys.ts';
import { textSource } from '../../core/post/text-source.ts';
import { largestPost } from '../../core/post/post-size.ts';
import { sha256 } from '../files/hash.ts';
import { readRegularFile } from '../files/read.ts';
import type { Destination } from './destination.ts';
import type { Receipt } from './receipts.ts';

/** A place whose own tool writes an article's file anew when it publishes it, header and all. */
interface Publisher {
  /** Keys that it writes, and that only it can know. */
  readonly kept: readonly string[];
  /** Those of its other keys that are none of Fude's fields. Every other key it drops. */
  readonly read: readonly string[];
}

const publishers: Readonly<Partial<Record<TargetName | typeof blogTarget, Publisher>>> = {
  // Without its `id`, an article would be published twice.
  qiita: { kept: ['id', 'updated_at', 'organization_url_name'], read: ['private', 'slide', 'ignorePublish'] },
};

/** Keys that a place's own tool writes into a file when it publishes it. */
export const keptKeys = (target: TargetName): readonly string[] => publishers[target]?.kept ?? [];

/** What an article says to a place's tool, however its file is written. */
export interface Article {
  /** SHA-256, hex; without the keys that are the tool's own. */
  readonly meaning: string;
  /** Those keys. */
  readonly kept: string;
}

/** Undefined for a file that no tool writes to; `read` is called for the others only. */
export async function articleIn(
  target: TargetName | typeof blogTarget,
  path: string,
  read: () => Promise<Uint8Array>,
): Promise<Article | undefined> {
  const publisher = publishers[target];
  if (publisher === undefined || !path.endsWith('.md')) return undefined;
  const text = new TextDecoder().decode(await read()).replace(/\r\n?/g, '\n');
  const source = textSource(text);
  const { title, tags } = fieldsOf(readFrontMatter(source));
  const others = new Map(otherKeys(source).map(({ name, value }) => [name, value]));
  const values = (names: readonly string[]): readonly string[] =>
    names.map((name) => others.get(name)?.replace(/^null$/, '') ?? '');
  // Tags are written there as the first one who used them wrote them.
  const said = [
    title,
    tags.map((tag) => tag.toLowerCase()).toSorted(),
    values(publisher.read),
    text.slice(frontMatterRange(source)?.to ?? 0).trim(),
  ];
  return {
    meaning: sha256(new TextEncoder().encode(JSON.stringify(said))),
    kept: JSON.stringify(values(publisher.kept)),
  };
}

/** Whether nobody but the place's own tool has changed a file since it was written. */
export async function isAsWritten(
  target: TargetName | typeof blogTarget,
  { path, file }: Pick<Destination, 'path' | 'file'>,
  receipt: Pick<Receipt, 'meaning'> | undefined,
): Promise<boolean> {
  if (receipt?.meaning === undefined) return false;
  const there = await articleIn(target, path, () => readRegularFile(file, largestPost));
  return there?.meaning === receipt.meaning;
}
