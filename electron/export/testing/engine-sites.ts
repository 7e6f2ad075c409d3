/** Sites as their engines' own starters and their writers leave them; odd bytes are odd on purpose. */
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

export const engineSites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: {
    'hugo.toml': "baseURL = 'https://example.org/'\nlanguageCode = 'ja'\n",
    'archetypes/default.md':
      '+++\ntitle = \'{{ replace .File.ContentBaseName "-" " " | title }}\'\ndraft = true\n+++\n',
    'content/about.md':
      '---\ntitle: このサイト\nmenu: main   # 右上\n---\n\n[最初の記事]({{< ref "posts/first.md" >}})\n',
    'content/posts/first.md':
      '+++\ntitle = \'First\'\ndate = 2026-11-04T00:30:00+09:00\ndraft = false\n[params]\n  toc = true\n+++\n\n{{< figure src="/img/a.png" >}}\n\n**「括弧」**は  \n行末の空白。\n',
    'content/posts/bundle/index.md': crlf(
      '---\ntitle:   "Bundle"\ntags: [ a,b ]\n---\n\n![p](p.png){.wide}\n\n$$x^2$$\n',
    ),
    'content/posts/bundle/index.en.md': '---\ntitle: Bundle\n---\nEnglish',
    'content/posts/bundle/p.png': 'png',
    'content/_index.md': '\uFEFF---\ntitle: Home\ncascade:\n  - &x\n    type: docs\n  - *x\n---\n',
  },
  jekyll: {
    '_config.yml': 'title: x\nmarkdown: kramdown\n',
    Gemfile: "gem 'jekyll'\n",
    'about.markdown':
      '---\nlayout: page\ntitle: About\npermalink: /about/\n---\n\nThis is {{ site.title }}.\n',
    '_posts/2026-11-04-welcome-to-jekyll.markdown':
      '---\nlayout: post\ntitle:  "Welcome to Jekyll!"\ndate:   2026-11-04 00:30:00 +0900\ncategories: jekyll update\n---\nYou’ll find this post in `_posts`.\n\n{% highlight ruby %}\nputs "x"\n{% endhighlight %}\n\n[docs]: https://jekyllrb.com/\n',
    '_posts/2018-07-18-勉強会.md': crlf(
      '---\ntitle: 勉強会\n---\n\n* a\n{: .big}\n\nText with {% link about.markdown %} and | bars |.\n\n![x]({{ "/assets/a.png" | relative_url }})',
    ),
    '_drafts/idea.md': '---\ntitle: idea\n---\n\nlater\n',
    'assets/a.png': 'png',
  },
  hexo: {
    '_config.yml': 'title: Hexo\nlanguage: ja\ntimezone: Asia/Tokyo\n',
    'scaffolds/post.md': '---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n',
    'source/_posts/hello-world.md':
      '---\ntitle: Hello World\n---\nWelcome to [Hexo](https://hexo.io/)! This is your very first post.\n\n## Quick Start\n\n``` bash\n$ hexo new "My New Post"\n```\n',
    'source/_posts/assets.md':
      '---\ntitle: 画像\ndate: 2026-11-04 00:30:00\ntags:\n  - a\n  -   b\ncategories: [[a, b]]\n---\n{% asset_img a.png 図 %}\n<!-- more -->\n{% codeblock lang:js %}\nx\n{% endcodeblock %}\n',
    'source/_posts/assets/a.png': 'png',
    'source/_drafts/wip.md': '---\ntitle: wip\n---\n',
    'source/about/index.md': '---\ntitle: about\nlayout: page\n---\n\tx\n',
  },
  eleventy: {
    'eleventy.config.js': 'export default () => ({ dir: { input: "content" } });\n',
    'content/blog/blog.11tydata.js': 'export default { tags: ["posts"], layout: "layouts/post.njk" };\n',
    'content/blog/firstpost.md':
      '---\ntitle: This is my first post.\ndescription: This is a post.\ndate: 2018-05-01\ntags: another tag\n---\nLeverage {{ agile }} frameworks.\n\n## Section Header\n\n```diff-js\n-x\n+y\n```\n',
    'content/blog/fourthpost/fourthpost.md':
      '---js\n{ title: "Fourth" }\n---\n\n{% image "./possum.png", "Possum" %}\n',
    'content/blog/fourthpost/possum.png': 'png',
    'content/about.md':
      '---json\n{ "layout": "layouts/home.njk" }\n---\n# About\n\n<dl><dt>{{ x }}</dt></dl>\n',
  },
  zenn: {
    'README.md': '# Zenn CLI\n',
    'articles/my-first-article.md':
      '---\ntitle: "はじめての記事"\nemoji: "✨"\ntype: "tech" # tech: 技術記事 / idea: アイデア\ntopics: []\npublished: false\n---\n\n:::message\n注意\n:::\n\n@[card](https://zenn.dev)\n\n![図](/images/a.png =250x)\n*キャプション*\n\n```js:main.js\nx\n```\n',
    'articles/0123456789abcdef.md':
      '---\ntitle: a\nemoji: 🐈\ntype: idea\ntopics: ["a","b"]\npublished: true\npublished_at: 2026-11-04 00:30\n---\n[^1]\n\n[^1]: 注',
    'books/my-book/config.yaml': 'title: 本\n',
    'books/my-book/1.intro.md': '---\ntitle: はじめに\nfree: true\n---\n\n本文\n',
    'images/a.png': 'png',
  },
  qiita: {
    'qiita.config.json': '{ "includePrivate": false, "host": "localhost", "port": 8888 }\n',
    'public/my-first.md':
      "---\ntitle: my-first\ntags:\n  - ''\nprivate: false\nupdated_at: ''\nid: null\norganization_url_name: null\nslide: false\nignorePublish: false\n---\n# new article body\n",
    'public/4bd431809afb1bb99e4f.md':
      "---\ntitle: 'ログ: #4'\ntags:\n  - Log\nprivate: false\nupdated_at: '2026-11-04T00:30:00+09:00'\nid: 4bd431809afb1bb99e4f\norganization_url_name: null\nslide: false\nignorePublish: false\n---\n:::note warn\n注意\n:::\n\n```math\nx^2\n```\n\n<details><summary>開く</summary>\n\n- a\n</details>\n",
    'public/.remote/4bd431809afb1bb99e4f.md': '---\ntitle: remote\n---\n',
  },
};
