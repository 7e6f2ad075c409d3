import { parseArgs } from 'node:util';
import { blogTarget, targetNames } from '../core/contract/export.ts';
import type { TargetName } from '../core/contract/export.ts';
import type { Language } from '../core/contract/settings.ts';
import type { CliMessages } from '../core/messages/cli-en.ts';

export type CliCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'export';
      /** A post, or for the target `blog` the folder of a library. */
      readonly post: string;
      readonly target: TargetName | typeof blogTarget;
      readonly out: string;
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

/** Every target, as the command line names it. */
export const allTargets = [...targetNames, blogTarget] as const;

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
  if (wanted !== blogTarget && !isPost) return usage(words.notAPost(post));
  if (wanted === blogTarget && isPost) return usage(words.notALibrary(post));
  const names = allTargets.join(', ');
  if (wanted === undefined) return usage(words.noTarget(names));
  const target = allTargets.find((name) => name === wanted);
  if (target === undefined) return usage(words.unknownTarget(wanted, names));
  const out = values.get('out');
  if (out === undefined) return usage(words.noOut);
  return {
    kind: 'export',
    post,
    target,
    out,
    overwrite: values.has('overwrite'),
    check: values.has('check'),
    json: values.has('json'),
    library: values.get('library'),
    userDataDir: values.get('user-data-dir'),
  };
}

function tokensOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true })
    .tokens;
}
