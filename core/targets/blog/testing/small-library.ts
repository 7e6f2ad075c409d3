import type { PostId } from '../../../contract/post.ts';
import { readBlog } from '../../../post/blog.ts';
import { postToExport } from '../../post-to-export.ts';
import type { PostToExport } from '../../target.ts';
import { commonFiles } from '../common-files.ts';
import { entryOf } from '../entry.ts';
import { postPage } from '../post-page.ts';
import { siteOf } from '../site.ts';

export const blogYaml = [
  'title: 筆 & "墨" <ブログ>',
  'tagline: 書くこと、作ること',
  'author: 山田 <太郎>',
  'url: https://example.com/blog',
  'language: ja',
  'timeZone: Asia/Tokyo',
].join('\n');

/** Posts that try what a blog has to stand: markup in every field, tags of one spelling, no date, an about page. */
export const smallLibrary: Readonly<Record<string, string>> = {
  '2018-07-18-meetup/index.md': [
    '---',
    'title: "勉強会 <script>alert(1)</script> & \\"引用\\""',
    'date: 2018-07-18T00:30:00',
    'updated: 2018-08-01',
    'tags: ["C++", 勉強会, "<b>"]',
    'description: "説明 </script> & <i>"',
    'image: p.png',
    '---',
    '',
    '前は[雨の話](../2018-07-01-rain/index.md#空)、次は[ここ](#まとめ)。',
    '',
    '![写真](p.png)',
    '',
    '## まとめ',
    '',
    '```js',
    'const a = "<b>";',
    '```',
  ].join('\n'),
  '2018-07-01-rain/index.md':
    '---\ntitle: 雨\ntags: [c++, 天気]\n---\n\n雨が**降った**。\n\n## 空\n\n灰色。\n',
  '2017-12-31-last.md': '---\ntitle: おおみそか\ntags: [天気]\n---\n\n寒い。\n',
  'undated.md': '# 日付のない記事\n\nいつ書いたか分からない。\n',
  'about/index.md': '---\ntitle: このブログについて\n---\n\n書くためのブログ。\n',
};

/** Every text file of the blog that a library makes, by path. */
export async function blogOf(
  library: Readonly<Record<string, string>>,
  yaml: string = blogYaml,
): Promise<Readonly<Record<string, string>>> {
  const { blog } = readBlog(yaml, 'ja');
  const posts = Object.entries(library).map(([id, text]): PostToExport => {
    const ready = postToExport(id as PostId, text, blog, '');
    if (ready.kind !== 'ok') throw new Error(`slug refused: ${ready.slug}`);
    return ready.post;
  });
  const site = siteOf(blog, 'p { color: black }\n', posts.map(entryOf));
  const files = new Map<string, string>();
  const articles = new Map<string, string>();
  for (const post of posts) {
    const page = await postPage(site, entryOf(post), post);
    articles.set(post.id, page.article);
    for (const file of page.files) files.set(file.path, 'text' in file ? file.text : '');
  }
  for (const { path, text } of commonFiles(site, articles)) files.set(path, text);
  return Object.fromEntries(files);
}
