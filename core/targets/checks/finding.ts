import type { ExportProblem } from '../../contract/export.ts';
import type { TextEdit } from '../../contract/text.ts';

/** A part of the source, half open. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A problem with what an editor needs to show it where it is. */
export interface Finding extends ExportProblem {
  /** Undefined where it cannot be told; `line` may still say where to look. */
  readonly place: Place | undefined;
  /** Puts it right without a question; ascending, empty when only the author can. */
  readonly fix: readonly TextEdit[];
}

/** What crosses the process line, and what a script reads. */
export const problemOf = ({ severity, kind, line, subject }: Finding): ExportProblem => ({
  severity,
  kind,
  line,
  subject,
});

/** From two places that may not be known. */
export const placeOf = (from: number | undefined, to: number | undefined): Place | undefined =>
  from === undefined || to === undefined || to < from ? undefined : { from, to };
