import type { Language } from '../../core/contract/settings.ts';

/** A number of bytes as a person reads it: `1.2 MB`. */
export function sizeText(bytes: number, locale: Language): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** A moment by the clock of this machine, with its date. */
export function momentText(milliseconds: number, locale: Language): string {
  return new Date(milliseconds).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** How far a job is, or undefined as long as nobody knows how much there is to do. */
export function percentText(done: number, total: number, locale: Language): string | undefined {
  if (total === 0) return undefined;
  return Math.min(1, done / total).toLocaleString(locale, { style: 'percent' });
}
