import { relative } from 'node:path';
import { runControls } from './controls.ts';
import { keep, machineOf } from './keep.ts';
import { measureCase } from './measure-case.ts';
import { measurePostOpenings, measureStarts } from './measure-starts.ts';
import { readOptions, usage, type Options, type Size } from './options.ts';
import type { Place } from './place.ts';
import type { CaseResult, Results } from './results.ts';
import { operationTable, startTable, troubles, typingTable } from './tables.ts';
import { targetTable } from './targets.ts';
import { fude, type Variant } from './variants.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs the bench. Resolves to the exit code: 1 when the controls show that it does not measure what it should. */
export async function bench(place: Place): Promise<number> {
  const options = optionsOf(place.args);
  if (options === undefined) return 2;
  const results: Results = {
    machine: machineOf(place, options),
    cases: [],
    starts: [],
    postOpenings: [],
    controls: [],
  };
  if (options.controls) tell('Controls: a frozen and a late preview …');
  const { sound, sentences } = options.controls
    ? await runControls(place, options)
    : { sound: true, sentences: ['left out'] };
  results.controls.push(...sentences);
  await measureCases(place, options, results);
  if (options.starts > 0 && options.variants.includes(fude)) {
    results.starts.push(...(await measureStarts(place, options.starts, tell)));
    results.postOpenings.push(...(await measurePostOpenings(place, options.starts, tell)));
  }
  const file = await keep(place, options, results);
  print(report(results, options));
  print(`\nRaw numbers: ${relative(place.root, file)}`);
  return sound ? 0 : 1;
}

function optionsOf(args: readonly string[]): Options | undefined {
  try {
    return readOptions(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    tell(`${error.message}\n\n${usage}`);
    return undefined;
  }
}

/** Variants take turns, and each run begins with another one: what the machine does meanwhile meets them all. */
async function measureCases(place: Place, options: Options, results: Results): Promise<void> {
  const { variants, sizes, runs, named } = options;
  for (let run = 1; run <= runs; run++) {
    const order = [...variants.slice(run - 1), ...variants.slice(0, run - 1)];
    for (const size of sizes) {
      for (const variant of order) {
        if (!named && size.bytes > (variant.largest ?? Infinity)) continue;
        if (isHopeless(results, variant, size)) continue;
        tell(`run ${run} of ${runs}, ${size.name}: ${variant.label}`);
        results.cases.push(await measureCase(place, options, variant, size, run));
        await keep(place, options, results);
      }
    }
  }
}

/** One that froze or did not get through at a size would do so again, and take minutes for it. */
const isHopeless = ({ cases }: Results, { name, peer }: Variant, size: Size): boolean =>
  peer === true &&
  cases.some(
    (one) =>
      one.variant === name &&
      one.size === size.name &&
      (one.trouble !== undefined || one.burst?.froze === true),
  );

function loadWords(cases: readonly CaseResult[]): string {
  const loads = cases.map(({ loadAverage }) => loadAverage);
  return `Load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
}

function report(results: Results, { variants, sizes }: Options): string {
  const { electron, processor, cores, commit } = results.machine;
  const names = sizes.map(({ name }) => name);
  const parts = [
    `Electron ${electron}, ${processor}, ${cores} cores, commit ${commit}. Milliseconds; keys at 8 a second in the middle.`,
    `${loadWords(results.cases)} of the machine; what else runs there makes every latency worse.`,
    `Controls: ${results.controls.join('; ')}.`,
    ...names.map((size) => typingTable(results, variants, size)),
    ...names.map((size) => operationTable(results, variants, size)),
    ...(results.starts.length > 0 ? [startTable(results)] : []),
    targetTable(results, variants, names),
    troubles(results).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
