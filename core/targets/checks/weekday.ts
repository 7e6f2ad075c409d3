import { parseDate, weekday } from '../../post/dates.ts';
import type { PostDate } from '../../post/dates.ts';
import { placeOf } from './finding.ts';
import type { Finding } from './finding.ts';
import type { TextRun } from './text-runs.ts';

const japaneseDays = '日月火水木金土';
const englishDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const dayName = '(?:Sun|Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?';
const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const bracketed = `\\s*[（(]\\s*(?<name>[${japaneseDays}](?:曜日?)?|${dayName})\\.?\\s*[）)]`;
/** 2018年07月18日(水), 2018年7月18日 水曜日, 7月18日（水） */
const japaneseShape = new RegExp(
  `(?:(?<year>\\d{4})年\\s*)?(?<month>\\d{1,2})月\\s*(?<day>\\d{1,2})日(?:${bracketed}|\\s*(?<bare>[${japaneseDays}])曜)`,
  'dgiu',
);
const otherShapes = [
  // 2018-07-18 (Wed), 2018/7/18(水)
  `(?<!\\d)(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${bracketed}`,
  // Wednesday, July 18, 2018
  `\\b(?<name>${dayName})\\.?,?\\s+(?<word>${monthName})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
  // Wednesday, 18 July 2018
  `\\b(?<name>${dayName})\\.?,?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<word>${monthName})\\.?,?\\s+(?<year>\\d{4})`,
  // July 18, 2018 (Wed)
  `\\b(?<word>${monthName})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${bracketed}`,
].map((shape) => new RegExp(shape, 'dgiu'));
const shapes = [japaneseShape, ...otherShapes];

/** Weekdays that do not fit the date they stand beside. Dates without a year are those nearest to the post's. */
export function wrongWeekdays(runs: readonly TextRun[], posted: PostDate | undefined): readonly Finding[] {
  return runs.flatMap((run) =>
    shapes.flatMap((shape) =>
      [...run.text.matchAll(shape)].flatMap((match): readonly Finding[] => {
        const right = rightName(match.groups ?? {}, posted);
        return right === undefined ? [] : [finding(run, match, right)];
      }),
    ),
  );
}

/** Whether the post's date says what a weekday here should be. */
export const hasDayWithoutYear = (runs: readonly TextRun[]): boolean =>
  runs.some(({ text }) =>
    [...text.matchAll(japaneseShape)].some(({ groups }) => groups?.['year'] === undefined),
  );

function finding({ line, offsetOf }: TextRun, match: RegExpExecArray, right: string): Finding {
  const groups = match.indices?.groups;
  const [start, end] = groups?.['name'] ?? groups?.['bare'] ?? [match.index, match.index];
  const name = match.input.slice(start, end);
  // Of 木曜日 only the first sign is another one; a name written out stays written out.
  const japanese = japaneseDays.includes(right);
  const place = placeOf(offsetOf(start), offsetOf(japanese ? start + 1 : end));
  const insert = japanese || name.length <= shortName ? right : (fullNames[right] ?? right);
  return {
    severity: 'warning',
    kind: 'weekday-wrong',
    line,
    subject: `${match[0].trim()} → ${right}`,
    place: placeOf(offsetOf(match.index), offsetOf(match.index + match[0].length)),
    fix: place === undefined ? [] : [{ ...place, insert }],
  };
}

/** `Thurs`, the longest that is not written out. */
const shortName = 5;
const fullNames: Readonly<Record<string, string>> = {
  Sun: 'Sunday',
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
};

type Groups = Readonly<Record<string, string | undefined>>;

/** What the weekday should be; undefined when it is right, or no such day is in the calendar. */
function rightName(groups: Groups, posted: PostDate | undefined): string | undefined {
  const month = groups['month'] === undefined ? monthOf(groups['word'] ?? '') : Number(groups['month']);
  const year = groups['year'] === undefined ? nearestYear(month, posted) : Number(groups['year']);
  if (year === undefined) return undefined;
  const date = parseDate(`${String(year).padStart(4, '0')}-${String(month)}-${groups['day'] ?? ''}`);
  const name = groups['name'] ?? groups['bare'] ?? '';
  if (date === undefined) return undefined;
  const right = weekday(date);
  const japanese = japaneseDays.indexOf(name.charAt(0));
  if (japanese >= 0) return japanese === right ? undefined : japaneseDays.charAt(right);
  const written = englishDays.indexOf(name.slice(0, 3).toLowerCase());
  if (written < 0 || written === right) return undefined;
  const short = englishDays[right] ?? '';
  return short.charAt(0).toUpperCase() + short.slice(1);
}

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function nearestYear(month: number, posted: PostDate | undefined): number | undefined {
  if (posted === undefined) return undefined;
  if (month - posted.month > 6) return posted.year - 1;
  return posted.month - month > 6 ? posted.year + 1 : posted.year;
}
