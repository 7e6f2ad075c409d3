import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planExport, runExport } from './export-post.ts';
import { desk } from './testing/desk.ts';

const post = '---\ntitle: A\ndate: 2026-11-20\ntags: [a]\n---\n\nText.\n';

test('an article that Qiita has published keeps its id, so that it is not published twice', async () => {
  const { library, out, job } = await desk({ '2026-11-20-a/index.md': post });
  const qiita = job({ target: 'qiita' });
  await runExport(qiita, false);
  const file = join(out, 'public/a.md');
  const fresh = await readFile(file, 'utf8');
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
  const published = fresh
    .replace('updated_at: ""', "updated_at: '2026-11-20T09:00:00+09:00'")
    .replace('id: null', 'id: 0123456789abcdef');
  await writeFile(file, published);
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);

  await writeFile(join(library, '2026-11-20-a/index.md'), `${post}\nMore.\n`);
  await runExport(qiita, false);
  const again = await readFile(file, 'utf8');
  expect(again.split('\n').toSorted()).toEqual(`${published}\nMore.\n`.split('\n').toSorted());
  expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
});

/** The file as Qiita's tool writes it anew when it has published the article. */
const rewritten = (id: string, time: string, body: string): string =>
  [
    '---',
    'title: >-',
    '  A title that is so long that the tool of Qiita folds it, since it has more',
    '  than eighty characters: yes',
    'tags:',
    '  - Go',
    '  - タグ',
    'private: false',
    `updated_at: '${time}'`,
    `id: ${id}`,
    'organization_url_name: null',
    'slide: false',
    'ignorePublish: false',
    '---',
    body,
  ].join('\n');

describe('what Qiita’s tool writes into an article when it publishes it', () => {
  const text =
    '---\ntitle: "A title that is so long that the tool of Qiita folds it, since it has more than eighty characters: yes"\ndate: 2026-11-20\ntags: [タグ, go]\nmine: 1\n---\n\nText.\n';
  const at = async () => {
    const { library, out, job } = await desk({ '2026-11-20-a/index.md': text });
    const qiita = job({ target: 'qiita' });
    await runExport(qiita, false);
    return { qiita, library, file: join(out, 'public/a.md') };
  };

  test('asks for no yes: not at once, not with a change of the post, not the second time', async () => {
    const { qiita, library, file } = await at();
    for (const round of ['1', '2']) {
      await writeFile(
        file,
        rewritten(
          '0123456789abcdef',
          `2026-11-2${round}T09:00:00+09:00`,
          `Text${round === '1' ? '' : ' 1'}.`,
        ),
      );
      expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
      // Nothing to be published again.
      expect(await runExport(qiita, false)).toMatchObject({ written: 0, unchanged: 1 });
      await writeFile(join(library, '2026-11-20-a/index.md'), text.replace('Text', `Text ${round}`));
      expect((await planExport(qiita)).files).toMatchObject([{ change: 'changed' }]);
      await runExport(qiita, false);
      const now = await readFile(file, 'utf8');
      expect(now).toContain(`Text ${round}.\n`);
      expect(now).toContain('id: 0123456789abcdef\n');
      expect(now).toContain(`updated_at: '2026-11-2${round}T09:00:00+09:00'\n`);
    }
  });

  test.each([
    ['the body', (written: string) => written.replace('Text.', 'Another text.')],
    ['the title', (written: string) => written.replace('so long', 'long')],
    ['a tag', (written: string) => written.replace('- Go', '- Rust')],
    ['a switch', (written: string) => written.replace('private: false', 'private: true')],
  ])('does not hide what somebody changed: %s', async (_, change) => {
    const { qiita, file } = await at();
    const plain = rewritten('0123456789abcdef', '2026-11-21T09:00:00+09:00', 'Text.\n');
    await writeFile(file, change(plain));
    expect((await planExport(qiita)).files).toMatchObject([{ change: 'edited' }]);
    await writeFile(file, plain);
    expect((await planExport(qiita)).files).toMatchObject([{ change: 'same' }]);
  });
});

describe('a published article whose post gets another slug', () => {
  const text = (slug: string): string =>
    `---\ntitle: A\ndate: 2026-11-20\ntags: [a]\nslug: ${slug}\n---\n\nText.\n`;
  const published = (written: string): string =>
    written
      .replace(/^updated_at: .*$/m, "updated_at: '2026-11-21T09:00:00+09:00'")
      .replace('id: null', 'id: 0123456789abcdef');
  const renamed = async (change: (written: string) => string) => {
    const { library, out, job } = await desk({ '2026-11-20-a/index.md': text('old') });
    const qiita = job({ target: 'qiita' });
    await runExport(qiita, false);
    const file = join(out, 'public/old.md');
    await writeFile(file, change(published(await readFile(file, 'utf8'))));
    await writeFile(join(library, '2026-11-20-a/index.md'), text('new'));
    const { files } = await planExport(qiita);
    await runExport(qiita, false);
    return {
      files: files.map(({ path, change: kind }) => [path, kind]),
      now: await readFile(join(out, 'public/new.md'), 'utf8'),
    };
  };

  test('goes on as the same one', async () => {
    const { files, now } = await renamed((written) => written);
    expect(files).toEqual([
      ['public/new.md', 'new'],
      ['public/old.md', 'removed'],
    ]);
    expect(now).toContain('\nid: 0123456789abcdef\n');
  });

  test('stays where it is when somebody has changed it, and keeps its id for itself', async () => {
    const { files, now } = await renamed((written) => written.replace('Text.', 'Mine.'));
    expect(files).toEqual([['public/new.md', 'new']]);
    expect(now).toContain('\nid: null\n');
  });
});

test('the post’s own id stands, and other places keep nothing', async () => {
  const own = post.replace('tags:', 'id: mine\ntags:');
  const { out, job } = await desk({ '2026-11-20-a/index.md': own });
  for (const [target, path] of [
    ['qiita', 'public/a.md'],
    ['hexo', 'source/_posts/a.md'],
  ] as const) {
    await mkdir(join(out, path, '..'), { recursive: true });
    await writeFile(join(out, path), '---\nid: theirs\norganization_url_name: fude\n---\n');
    await runExport(job({ target }), true);
    const text = await readFile(join(out, path), 'utf8');
    expect(text).toContain('\nid: mine\n');
    expect(text).not.toContain('theirs');
    expect(text.includes('organization_url_name: fude')).toBe(target === 'qiita');
  }
});
