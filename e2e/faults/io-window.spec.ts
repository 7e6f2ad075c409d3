import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../launch.ts';
import { body, saved, saveState } from '../parts.ts';
import { calls, canInject, fileThread, inject, oneFileThread } from './machine.ts';
import { report, times } from './table.ts';

const last = 20;

// In the short form `io-error.spec.ts` fails each call once, and `window.spec.ts` shows what a window says of it.
for (const [name, set] of times([], Object.entries(calls))) {
  test(`the Nth ${name} fails in an open window: the file is old or new, and nothing typed is lost`, async ({
    library,
    folder,
    launch,
  }) => {
    test.skip(!canInject(), 'strace is not here, so no system call can be made to fail');
    test.setTimeout(180_000 + last * 15_000);
    const root = await library({ 'a.md': 'old ' });
    const post = join(root, 'a.md');
    const fude = await launch({ library: root, userData: await folder(), env: oneFileThread });
    const { page } = fude;
    await saved(page);
    const thread = await fileThread(fude);
    await body(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    const states = new Set<string>();
    let text = 'old ';
    for (let number = 1; number <= last; number += 1) {
      const { stop, happened } = await inject(thread, `${set}:error=EIO:when=${String(number)}`);
      // Renames come with saves only, a few in a second of typing.
      for (let token = 1; !happened() && token <= 1000; token += 1) {
        const typed = `n${String(number)}t${String(token)} `;
        await page.keyboard.type(typed);
        text += typed;
        const found = await readFile(post, 'utf8');
        expect(text.startsWith(found) && found.startsWith('old ')).toBe(true);
      }
      expect(happened()).toBe(true);
      await expect(saveState(page)).not.toHaveText('Saving…');
      const isSaid = (await page.getByRole('alert').count()) > 0;
      states.add(isSaid ? 'said, then saved' : 'saved');
      await expect(saveState(page)).toHaveText(/^Saved/);
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await readFile(post, 'utf8')).toBe(text);
      await stop();
    }
    await report({
      fault: `window: EIO at the Nth ${name}, N = 1…${String(last)}`,
      runs: last,
      savedLost: 0,
      losses: [0],
      states: [...states].join(', '),
    });
  });
}
