import type { OperationName } from '../shared/probe-api.ts';
import { pasteOf } from './documents.ts';
import { press, type KeyName } from './keys.ts';
import type { Options } from './options.ts';
import type { OperationDone } from './results.ts';
import type { Variant } from './variants.ts';
import { becomes, pause } from './waiting.ts';
import type { Window } from './window.ts';

const keyOf: Readonly<Record<OperationName, KeyName>> = {
  enter: 'enter',
  paste: 'paste',
  delete: 'delete',
  fence: 'backquote',
};
const pastedBytes = 5000;
/** A page that needs this long for one of them is not asked again. */
const slow = 3000;

/** Does an operation several times, the document being the same before each. */
export async function measureOperation(
  window: Window,
  { panes }: Variant,
  name: OperationName,
  { repeats, patience }: Options,
): Promise<readonly OperationDone[]> {
  const done: OperationDone[] = [];
  for (let index = 0; index < repeats; index++) {
    await window.probe('prepare', name);
    await window.probe('quiet', 400, patience);
    if (name === 'paste') {
      await window.probe('copyNext', pasteOf(pastedBytes));
      await press(window, 'copy');
    }
    await window.probe('watch', name);
    const begun = await window.probe('now');
    await press(window, keyOf[name]);
    await pause(500);
    const ended = await becomes(patience, async () => {
      const stroke = (await window.probe('strokes'))[0];
      return stroke?.editor !== undefined && (panes.preview === undefined || stroke.preview !== undefined);
    });
    const stroke = (await window.probe('strokes'))[0];
    const longestTask = await window.probe('longestTask', begun);
    done.push({ stroke, longestTask });
    await window.probe('restore');
    await window.probe('quiet', 500, patience);
    if (!ended || longestTask > slow) break;
  }
  return done;
}
