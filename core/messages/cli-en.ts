import { counted } from './counted.ts';
import { importEn } from './import-en.ts';
import { yamlEn } from './yaml-words.ts';

/** Every string of the command line, failures aside. */
export const cliEn = {
  help: (targets: string) => `Usage: fude export POST.md --target TARGET --out DIR [options]
       fude export LIBRARY --target blog --out DIR [options]
       fude import FILE --out LIBRARY [--json] [--lang en|ja]

Exports a post without a window, or a whole library as a blog that can be served as it is. The absolute path of every
exported file of a post is printed on a line of its own; a blog's files are counted.
Imports an export file of WordPress, Hatena Blog or Movable Type into a library.

  --target TARGET      one of: ${targets}
                       or a name from targets in the library's blog.yaml
  --out DIR            the folder that receives the files; made when it is missing; a named target has its own
  --overwrite          allow writing over files that Fude did not write
  --check              say what would be written and what is wrong, and write nothing
  --json               say it as one JSON object, for scripts
  --library DIR        the library that the post belongs to (default: the nearest folder above it with a
                       blog.yaml or a blog engine's configuration, else the folder that the post lies in)
  --user-data-dir DIR  where Fude remembers what it exported (default: the window's own folder)
  --lang en|ja         the language of messages
  --help               this text
  --version            the version of Fude

What is written: TARGET html and fragment give SLUG.html, markdown gives SLUG.md; images go into SLUG/.
For a blog engine (hugo, jekyll, hexo, eleventy, astro, zenn, qiita) DIR is the root of its site.
A blog leaves out drafts, takes posts with a date to come, and keeps only what Fude did not write or somebody changed.
Exit codes: 0 done, 1 something is wrong with the post, the file or the folder, 2 the command is not understood.`,
  import: importEn.cli,
  noCommand: 'Say what to do: fude export POST.md --target html --out DIR. More: fude --help',
  unknownCommand: (word: string) => `There is no command “${word}”. More: fude --help`,
  unknownOption: (name: string) => `There is no option ${name}. More: fude --help`,
  needsValue: (name: string) => `${name} needs a value. More: fude --help`,
  takesNoValue: (name: string) => `${name} takes no value. More: fude --help`,
  noPost: 'Name the post to export: fude export POST.md --target html --out DIR',
  onePost: (second: string) => `One post at a time, please: ${second} is a second one.`,
  notAPost: (path: string) => `${path} is not a post: its name does not end in .md or .markdown.`,
  notALibrary: (path: string) =>
    `${path} is a single post; the target blog takes the folder of a library: fude export LIBRARY --target blog --out DIR`,
  notInLibrary: (post: string, library: string) => `${post} does not lie in the library ${library}.`,
  noTarget: (targets: string) => `Choose a target with --target: ${targets}`,
  unknownTarget: (name: string, targets: string) => `There is no target “${name}”. Choose one of: ${targets}`,
  noOut: 'Choose the folder for the files with --out DIR',
  unknownLanguage: (name: string) => `Fude speaks en and ja, not “${name}”.`,
  allowOverwriting: 'Add --overwrite to allow it.',
  calledOff: 'Called off; nothing was written.',
  blogSteps: { reading: 'Reading', rendering: 'Rendering', comparing: 'Comparing', writing: 'Writing' },
  blogDone: (written: number, removed: number, unchanged: number, posts: number, drafts: number) =>
    `${counted(posts, 'post')} exported (${counted(drafts, 'draft')} left out): ${counted(written, 'file')} written, ${String(removed)} removed, ${String(unchanged)} unchanged.`,
  blogWouldDo: (changed: number, removed: number, unchanged: number, posts: number, drafts: number) =>
    `${counted(posts, 'post')} (${counted(drafts, 'draft')} left out): ${counted(changed, 'file')} to write, ${String(removed)} to remove, ${String(unchanged)} unchanged.`,
  error: 'error',
  warning: 'warning',
  blogBroken: (reason: string) => `This is no valid YAML, so none of it is used: ${yamlEn(reason)}`,
  blogBadValue: (key: string) => `The value of ${key} cannot be used; its default is.`,
};

export type CliMessages = typeof cliEn;
