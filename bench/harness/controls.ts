import { figureOf } from './figures.ts';
import { measureCase } from './measure-case.ts';
import type { Options } from './options.ts';
import type { Place } from './place.ts';
import { frozenControl, fullRender, lateControl, type Variant } from './variants.ts';

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
  const frozen = await measure(frozenControl);
  const usual = await measure(fullRender);
  const delayed = await measure(lateControl);

  const failed = frozen?.state === 'failed';
  const lateness = (delayed?.preview?.median ?? Number.NaN) - (usual?.preview?.median ?? Number.NaN);
  const seen = Math.abs(lateness - late) <= tolerance;
  return {
    sound: failed && seen,
    sentences: [
      `a preview frozen on purpose is reported as ${frozen?.state ?? 'not measured'} (${failed ? 'as it should' : 'WRONG: failed was expected'})`,
      `a preview made ${late} ms late is reported as ${lateness.toFixed(0)} ms late (${seen ? 'as it should' : 'WRONG'})`,
      ...troubles,
    ],
  };
}
