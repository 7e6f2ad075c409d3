import type { Finding } from '../../core/targets/checks/finding.ts';

/** Problems in the order of the text. */
export const byPlace = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.place?.from ?? 0) - (b.place?.from ?? 0);
