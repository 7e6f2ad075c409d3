import { loadavg } from 'node:os';
import { operationNames, type OperationName } from '../shared/probe-api.ts';
import { documentOf } from './documents.ts';
import { press } from './keys.ts';
import { memoryOf } from './load.ts';
import { measureOperation } from './measure-operations.ts';
import { Typist } from './measure-typing.ts';
import { withVariant } from './open-variant.ts';
import type { Options, Size } from './options.ts';
import type { Place } from './place.ts';
import type { CaseResult, OperationDone } from './results.ts';
import type { Variant } from './variants.ts';
import { TooLong, within } from './waiting.ts';
import { resize, type Window } from './window.ts';

const openingLimit = 45_000;
/** No case takes longer, whatever its page does. */
const caseLimit = 150_000;
const warmUpKeys = 12;

type Draft = { -readonly [Key in keyof CaseResult]: CaseResult[Key] };

/** Measures one variant at one size. A page that does not get through is a result as well. */
export async function measureCase(
  place: Place,
  options: Options,
  variant: Variant,
  size: Size,
  run: number,
): Promise<CaseResult> {
  const result: Draft = { variant: variant.name, size: size.name, run, loadAverage: loadavg()[0] ?? 0 };
  const documents = { 'post/index.md': documentOf(size.bytes) };
  try {
    await withVariant(place, variant, documents, (window) =>
      within(caseLimit, 'the whole case', fill(result, window, variant, options)),
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    result.trouble = error instanceof TooLong ? error.message : `${error.name}: ${error.message}`;
  }
  return result;
}

async function fill(result: Draft, window: Window, variant: Variant, options: Options): Promise<void> {
  result.opened = await within(openingLimit, 'opening', window.probe('opened'));
  await resize(window);
  await window.probe('quiet', 1000, openingLimit);
  result.opened = await window.probe('opened');
  if (variant.first === 'hide-preview') await press(window, 'hidePreview');

  const typist = new Typist(window, variant, options.patience);
  await typist.warmUp(warmUpKeys);
  const isPeer = variant.peer === true;
  result.burst = await typist.burst(isPeer ? Math.ceil(options.keys / 2) : options.keys);
  result.memory = await memoryOf(window);
  if (options.lone > 0) result.lone = await typist.lone(options.lone);
  if (options.repeats === 0 || isPeer || variant.keysOnly === true) return;
  result.composition = await typist.compose(options.repeats);
  const operations: Partial<Record<OperationName, readonly OperationDone[]>> = {};
  result.operations = operations;
  for (const name of operationNames)
    operations[name] = await measureOperation(window, variant, name, options);
}
