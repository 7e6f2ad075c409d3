import { parseArgs } from 'node:util';
import { variants, type Variant } from './variants.ts';

export interface Options {
  readonly quick: boolean;
  readonly controls: boolean;
  /** Characters of the documents, by the name of the size. */
  readonly sizes: readonly Size[];
  readonly variants: readonly Variant[];
  /** The variants were named on the command line: each is measured at every size. */
  readonly named: boolean;
  /** Keys of a burst (half of them for a peer), and keys by themselves, in each case. */
  readonly keys: number;
  readonly lone: number;
  /** How often each operation is done in each case. */
  readonly repeats: number;
  /** How often each case is run, interleaved with the others. */
  readonly runs: number;
  readonly starts: number;
  /** Milliseconds that a page gets to catch up once the typing has stopped. */
  readonly patience: number;
}

export interface Size {
  readonly name: string;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

const sizes: readonly Size[] = [
  { name: '10k', bytes: 10_000 },
  { name: '100k', bytes: 100_000 },
  { name: '1m', bytes: 1_000_000 },
  { name: '5m', bytes: 5_000_000 },
];

export const usage = `npm run bench -- [options]
  --quick              two sizes, one run, few keys: shows that all is well, proves nothing
  --sizes 10k,1m       of ${sizes.map(({ name }) => name).join(', ')}
  --variants fude,…    of ${variants.map(({ name }) => name).join(', ')}
  --keys N             keys of a burst in each case
  --lone N             keys by themselves, after a pause
  --repeats N          times of each operation (Enter in a list, paste, delete, fence)
  --runs N             interleaved runs
  --no-controls        leaves out the frozen and the late preview
  --starts N           starts of the program, 0 for none`;

const full = { keys: 134, lone: 4, repeats: 4, runs: 3, starts: 7, patience: 20_000 };
const quick = { keys: 32, lone: 5, repeats: 2, runs: 1, starts: 3, patience: 10_000 };

/** Throws an `Error` that says what is wrong with the command line. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      'no-controls': { type: 'boolean', default: false },
      sizes: text,
      variants: text,
      keys: text,
      lone: text,
      repeats: text,
      runs: text,
      starts: text,
    },
  });
  const usual = values.quick ? quick : full;
  return {
    quick: values.quick,
    controls: !values['no-controls'],
    sizes: pick(sizes, values.sizes ?? (values.quick ? '10k,100k' : undefined)),
    variants: pick(variants, values.variants),
    named: values.variants !== undefined,
    keys: count(values.keys, usual.keys),
    lone: count(values.lone, usual.lone),
    repeats: count(values.repeats, usual.repeats),
    runs: count(values.runs, usual.runs),
    starts: count(values.starts, usual.starts),
    patience: usual.patience,
  };
}

function pick<T extends { readonly name: string }>(
  all: readonly T[],
  names: string | undefined,
): readonly T[] {
  if (names === undefined) return all;
  return names.split(',').map((name) => {
    const found = all.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no ${name}.`);
    return found;
  });
}

function count(value: string | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (!/^\d+$/u.test(value)) throw new Error(`${value} is no number.`);
  return Number(value);
}
