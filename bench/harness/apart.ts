import type { ApartProbe, Probe } from '../shared/probe-api.ts';

/** Calls a function of a probe. */
export type Ask<Of extends { readonly [Name in keyof Of]: (...args: never) => unknown }> = <
  Name extends keyof Of,
>(
  name: Name,
  ...args: Parameters<Of[Name]>
) => Promise<Awaited<ReturnType<Of[Name]>>>;

/** Two probes as one: that of the window, and that of a preview which is a page of its own, with a clock of its own. */
export function besides(window: Ask<Probe>, preview: Ask<ApartProbe>): Ask<Probe> {
  const joined: { readonly [Name in keyof Probe]?: (...args: never) => unknown } = {
    async opened() {
      const [opened, at] = await Promise.all([window('opened'), preview('opened')]);
      return { ...opened, both: Math.max(opened.editor, at - opened.timeOrigin) };
    },
    async quiet(...args: Parameters<Probe['quiet']>) {
      const both = await Promise.all([window('quiet', ...args), preview('quiet', ...args)]);
      return both.every(Boolean);
    },
    watch: (name: Parameters<Probe['watch']>[0]) =>
      Promise.all([window('watch', name), preview('watch', name)]),
    strokes: async () => window('strokes', await preview('sights')),
    holds: (...args: Parameters<Probe['holds']>) =>
      (args[0] === 'editor' ? window : preview)('holds', ...args),
    /** Each page counts from its own start. */
    async longestTask(since: number) {
      const [here, there] = await Promise.all([window('now'), preview('now')]);
      const both = await Promise.all([
        window('longestTask', since),
        preview('longestTask', there - (here - since)),
      ]);
      return Math.max(...both);
    },
  };
  return (name, ...args) => {
    const one = joined[name] as ((...args: readonly unknown[]) => Promise<never>) | undefined;
    return one === undefined ? window(name, ...args) : one(...args);
  };
}
