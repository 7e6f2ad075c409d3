import { figureOf } from './figures.ts';
import { measureCase } from './measure-case.ts';
import type { Options } from './options.ts';
import type { Place } from './place.ts';
import {
  frozenControl,
  frozenFude,
  fude,
  fullRender,
  lateControl,
  lateFude,
  type Variant,
} from './variants.ts';

const late = 200;
/** How far the late control may be from its lateness, in milliseconds. */
const tolerance = 50;

/** Shows that the bench sees what it should see: one sentence each; `sound` is false when it does not. */
export async function runControls(
  place: Place,
  options: Options,
): Promise<{ readonly sound: boolean; readonly sentences: readonly string[] }> {
  const few: Options = { ...options, keys: 24, lone: 0, repeats: 0 };
  const troubles: string[] = [];
  const measure = async (variant: Variant) => {
    const measured = await measureCase(place, few, variant, { name: '10k', bytes: 10_000 }, 0);
    if (measured.trouble !== undefined) troubles.push(measured.trouble);
    return figureOf([measured], 'burst');
  };
  const sentences: string[] = [];
  let sound = true;
  for (const [whose, plain, frozen, delayed] of [
    ['a preview', fullRender, frozenControl, lateControl],
    ['a preview in a page of its own', fude, frozenFude, lateFude],
  ] as const) {
    const state = (await measure(frozen))?.state;
    const usual = await measure(plain);
    const slow = await measure(delayed);
    const failed = state === 'failed';
    const lateness = (slow?.preview?.median ?? Number.NaN) - (usual?.preview?.median ?? Number.NaN);
    const seen = Math.abs(lateness - late) <= tolerance;
    sound &&= failed && seen;
    sentences.push(
      `${whose}, frozen on purpose, is reported as ${state ?? 'not measured'} (${failed ? 'as it should' : 'WRONG: failed was expected'})`,
      `${whose}, made ${late} ms late, is reported as ${lateness.toFixed(0)} ms late (${seen ? 'as it should' : 'WRONG'})`,
    );
  }
  return { sound, sentences: [...sentences, ...troubles] };
}
