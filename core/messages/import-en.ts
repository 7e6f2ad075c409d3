import type { ImportNote, ImportOutcome } from '../contract/import.ts';
import { counted } from './counted.ts';

/** What is said of an import, in the window and on the command line. */
export const importEn = {
  title: 'Import Posts',
  chooseTitle: 'Choose an export of WordPress, Hatena Blog or Movable Type',
  choose: 'Import',
  fileKind: 'Blog exports',
  reading: (file: string) => `Importing ${file}`,
  stop: 'Stop',
  imported: (count: number) => `${counted(count, 'post')} imported`,
  images: (count: number) => `${counted(count, 'image')} copied`,
  same: (count: number) => `${String(count)} already here`,
  leftOut: (count: number) => `${String(count)} left out`,
  calledOff: 'Stopped. What is listed is imported; import the same file again to go on.',
  cut: 'The file ends in the middle or is broken XML: posts behind its last whole one are not here.',
  details: 'What to look after',
  untitled: 'Untitled',
  nothingToSay: 'Everything of the posts came along.',
  more: (count: number) => `and ${String(count)} more; fude import --json names them all`,
  outcome: {
    trash: 'lay in the trash, so it was left out',
    empty: 'has neither title nor text, so it was left out',
    'not-a-post': 'is no post, so it was left out',
    'too-large': 'is larger than Fude opens, so it was left out',
    cut: 'is cut off by the end of the file, so it was left out',
  } satisfies Record<Extract<ImportOutcome, { readonly kind: 'left-out' }>['reason'], string>,
  note: {
    comments: (_: string, count: number) =>
      `${String(count)} ${count === 1 ? 'comment was' : 'comments were'} not imported`,
    'images-left': (subject: string, count: number) =>
      `${count === 1 ? 'an image was' : `${String(count)} images were`} not beside the file and still ${count === 1 ? 'lies' : 'lie'} on the web: ${subject}`,
    'html-kept': (_: string, count: number) =>
      `${String(count)} ${count === 1 ? 'part stays' : 'parts stay'} as HTML, which Markdown has no words for`,
    shortcode: (subject: string) => `the shortcode [${subject}] stands in the text as it is`,
    private: () => 'was private or had a password; it is a draft now',
    scheduled: () => 'was scheduled; it is a draft now',
    'no-date': (subject: string) => `has no date that a calendar knows: ${subject}`,
    'slug-changed': (subject: string) =>
      `its address name ${subject} cannot be one of a file and was changed`,
    'slug-twice': (subject: string) => `another post has the address name ${subject} too`,
    'characters-lost': () => 'holds bytes that are no characters; they stand as �',
    page: () => 'was a page, not a post',
  } satisfies Record<ImportNote['kind'], (subject: string, count: number) => string>,
  cli: {
    noFile: 'name the file to import: fude import FILE --out LIBRARY',
    noLibrary: 'choose the library for the posts with --out',
    oneFile: (second: string) => `import one file at a time; ${second} is a second one`,
    progress: (percent: number) => `importing ${String(percent)}%`,
    sum: (posts: string, same: string, leftOut: string, images: string) =>
      `${posts}, ${same}, ${leftOut}, ${images}.`,
  },
};

export type ImportMessages = typeof importEn;
