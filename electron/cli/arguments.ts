import { parseArgs } from 'node:util';
import { allTargets, blogTarget } from '../../core/contract/export.ts';
import type { Language } from '../../core/contract/settings.ts';
import type { CliMessages } from '../../core/messages/cli-en.ts';

export type CliCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'export';
      /** A post, or the folder of a library. */
      readonly post: string;
      readonly isPost: boolean;
      /** A target of Fude's, or a name that `blog.yaml` gives. */
      readonly target: string;
      /** Undefined: the folder that `blog.yaml` names. */
      readonly out: string | undefined;
      readonly overwrite: boolean;
      /** Say what would be done and write nothing. */
      readonly check: boolean;
      /** Say it for a program: one JSON object on stdout. */
      readonly json: boolean;
      readonly library: string | undefined;
      readonly userDataDir: string | undefined;
    }
  | {
      readonly kind: 'import';
      readonly file: string;
      /** The library that the posts go to. */
      readonly out: string;
      readonly json: boolean;
    }
  /** The command is not understood; `message` says why. */
  | { readonly kind: 'usage'; readonly message: string };

const known = {
  target: { type: 'string' },
  out: { type: 'string' },
  overwrite: { type: 'boolean' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  library: { type: 'string' },
  'user-data-dir': { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** The language that `--lang` asks for, whatever else is wrong with the command; undefined when it asks for none Fude has. */
export function languageOption(args: readonly string[]): Language | undefined {
  const options = tokensOf(args).filter((token) => token.kind === 'option');
  const value = options.find(({ name }) => name === 'lang')?.value;
  return value === 'en' || value === 'ja' ? value : undefined;
}

/** Reads a command line. Nothing is done and nothing is looked up on the disk. */
export function readCommand(args: readonly string[], words: CliMessages): CliCommand {
  const usage = (message: string): CliCommand => ({ kind: 'usage', message });
  const values = new Map<string, string>();
  const plain: string[] = [];
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') plain.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name as keyof typeof known] : undefined;
    if (option === undefined) return usage(words.unknownOption(token.rawName));
    // `--out --overwrite` is a value forgotten, not a folder of that name.
    const forgotten = !token.value || (!token.inlineValue && token.value.startsWith('--'));
    if (option.type === 'string' && forgotten) return usage(words.needsValue(token.rawName));
    if (option.type === 'boolean' && token.value !== undefined)
      return usage(words.takesNoValue(token.rawName));
    values.set(token.name, token.value ?? 'yes');
  }
  if (values.has('help')) return { kind: 'help' };
  if (values.has('version')) return { kind: 'version' };
  const language = values.get('lang');
  if (language !== undefined && language !== 'en' && language !== 'ja')
    return usage(words.unknownLanguage(language));

  const [command, post, second] = plain;
  if (command === undefined) return usage(words.noCommand);
  if (command === 'import') {
    if (post === undefined) return usage(words.import.noFile);
    if (second !== undefined) return usage(words.import.oneFile(second));
    const library = values.get('out');
    if (library === undefined) return usage(words.import.noLibrary);
    return { kind: 'import', file: post, out: library, json: values.has('json') };
  }
  if (command !== 'export') return usage(words.unknownCommand(command));
  if (post === undefined) return usage(words.noPost);
  if (second !== undefined) return usage(words.onePost(second));
  const wanted = values.get('target');
  const isPost = /\.(?:md|markdown)$/i.test(post);
  if (wanted === undefined) return usage(words.noTarget(allTargets.join(', ')));
  // A name of the author's own is looked up in blog.yaml, with its folder.
  if (allTargets.some((name) => name === wanted)) {
    const misfit = misfitOf(wanted, post, isPost, words);
    if (misfit !== undefined) return usage(misfit);
    if (!values.has('out')) return usage(words.noOut);
  }
  return {
    kind: 'export',
    post,
    isPost,
    target: wanted,
    out: values.get('out'),
    overwrite: values.has('overwrite'),
    check: values.has('check'),
    json: values.has('json'),
    library: values.get('library'),
    userDataDir: values.get('user-data-dir'),
  };
}

/** Why this target cannot take this file or folder; undefined when it can. */
export function misfitOf(
  target: string,
  path: string,
  isPost: boolean,
  words: CliMessages,
): string | undefined {
  if (target !== blogTarget && !isPost) return words.notAPost(path);
  return target === blogTarget && isPost ? words.notALibrary(path) : undefined;
}

function tokensOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true })
    .tokens;
}
