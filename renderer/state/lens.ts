import { targetNames, type TargetName } from '../../core/contract/export.ts';
import { lens } from './view.ts';

/** Targets without a parser of their own; the table of them would bring every engine into the window. */
const asTheyAre = new Set<TargetName>(['html', 'html-single', 'fragment', 'markdown']);

/** The targets whose engines parse the text again. */
export const lensTargets: readonly TargetName[] = targetNames.filter((name) => !asTheyAre.has(name));

/** The one that the text is compared with; undefined for none. */
export const lensTarget = (): TargetName | undefined => targetNames.find((name) => name === lens.value);
