import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import type { ExportRequest } from '../core/contract/export.ts';
import type { PostId } from '../core/contract/post.ts';
import { desk } from './export/testing/desk.ts';
import { WindowExports } from './window-exports.ts';

const post = 'a/index.md' as PostId;

test('another question calls off the plan that is under way, and has its turn at once', async () => {
  const { root, library, out, job } = await desk({
    [post]: '---\ntitle: A\ndate: 2026-11-20\n---\n\nText.\n',
  });
  const asked = new EventEmitter();
  const begun = once(asked, 'plan');
  const exports = new WindowExports({
    userDataDir: root,
    root: () => library,
    postJob: (_, target) => {
      asked.emit('plan');
      return Promise.resolve(job({ target }));
    },
    blogJob: () => Promise.reject(new Error('not asked for')),
    tell: () => undefined,
  });
  const request = (target: ExportRequest['target']): ExportRequest => ({
    post,
    target,
    folder: out,
    named: undefined,
  });
  const first = exports.plan(request('hugo'));
  await begun;
  const second = exports.plan(request('hexo'));
  expect(await first).toBeUndefined();
  expect((await second)?.files.map(({ path }) => path)).toEqual(['source/_posts/a.md']);
  // The files of the plan that is shown can be looked at.
  expect((await exports.file('source/_posts/a.md')).after).toMatchObject({ kind: 'text' });
});
