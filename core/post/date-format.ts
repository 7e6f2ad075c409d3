import { pad, weekday } from './dates.ts';
import type { PostDate } from './dates.ts';

/**
 * A date in the blog's own shape, such as `YYYY年MM月DD日(ddd)` → `2018年07月18日(水)`.
 *
 * Tokens: `YYYY` `YY` · `MMMM` `MMM` `MM` `M` · `DD` `D` · `dddd` `ddd` · `HH` `H` `hh` `h` `mm` `ss` `A` · `Z`.
 * Everything else stands as it is; a word of Latin letters is read as tokens only if it is made of nothing else, and
 * `[text]` is never read. A date without a time leaves out the part from the first to the last token of the time.
 * Names are Japanese for `ja`, English for every other language.
 */
export function formatDate(date: PostDate, format: string, language: string): string {
  const parts = partsOf(format);
  const ofTime = parts.map((part) => part.token && timeTokens.has(part.text));
  const gap =
    date.time === undefined
      ? ([ofTime.indexOf(true), ofTime.lastIndexOf(true)] as const)
      : ([-1, -1] as const);
  const names = /^ja(-|$)/i.test(language) ? japanese : english;
  const shown = parts
    .filter((_, index) => gap[0] < 0 || index < gap[0] || index > gap[1])
    .map((part) => (part.token ? tokenValue(part.text, date, names) : part.text))
    .join('');
  return gap[0] < 0 ? shown : shown.trim();
}

const tokens = /YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|ss|A|Z|T/g;
const onlyTokens = new RegExp(`^(?:${tokens.source})+$`);
const timeTokens: ReadonlySet<string> = new Set(['HH', 'H', 'hh', 'h', 'mm', 'ss', 'A', 'Z', 'T']);

interface Part {
  readonly text: string;
  readonly token: boolean;
}

function partsOf(format: string): readonly Part[] {
  return (format.match(/\[[^\]]*\]|[A-Za-z]+|[^A-Za-z[]+|\[/g) ?? []).flatMap((run): readonly Part[] => {
    if (run.startsWith('[') && run.endsWith(']')) return [{ text: run.slice(1, -1), token: false }];
    if (!onlyTokens.test(run)) return [{ text: run, token: false }];
    return (run.match(tokens) ?? []).map((text) => ({ text, token: true }));
  });
}

interface Names {
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly halves: readonly [string, string];
}

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');
const englishDays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const japaneseMonths = Array.from({ length: 12 }, (_, index) => `${String(index + 1)}月`);

const english: Names = {
  days: englishDays,
  shortDays: englishDays.map((name) => name.slice(0, 3)),
  months: englishMonths,
  shortMonths: englishMonths.map((name) => name.slice(0, 3)),
  halves: ['AM', 'PM'],
};

const japanese: Names = {
  days: [...'日月火水木金土'].map((name) => `${name}曜日`),
  shortDays: [...'日月火水木金土'],
  months: japaneseMonths,
  shortMonths: japaneseMonths,
  halves: ['午前', '午後'],
};

function tokenValue(token: string, date: PostDate, names: Names): string {
  const { hour, minute, second } = date.time ?? { hour: 0, minute: 0, second: 0 };
  switch (token) {
    case 'YYYY':
      return pad(date.year, 4);
    case 'YY':
      return pad(date.year % 100, 2);
    case 'MMMM':
      return names.months[date.month - 1] ?? '';
    case 'MMM':
      return names.shortMonths[date.month - 1] ?? '';
    case 'MM':
    case 'M':
      return pad(date.month, token.length);
    case 'DD':
    case 'D':
      return pad(date.day, token.length);
    case 'dddd':
      return names.days[weekday(date)] ?? '';
    case 'ddd':
      return names.shortDays[weekday(date)] ?? '';
    case 'HH':
    case 'H':
      return pad(hour, token.length);
    case 'hh':
    case 'h':
      return pad(hour % 12 === 0 ? 12 : hour % 12, token.length);
    case 'mm':
      return pad(minute, 2);
    case 'ss':
      return pad(second ?? 0, 2);
    case 'A':
      return names.halves[hour < 12 ? 0 : 1];
    case 'Z':
      return date.offset ?? '';
    default:
      return token;
  }
}
