/** What the documents are written with. */

export const english = [
  'The ferry leaves at seven, whatever the weather says.',
  'I moved the build to a smaller machine, and nobody noticed.',
  'Reading the log backwards turned out to be the quicker way.',
  'A cache that is never wrong is only a copy with a better name.',
  'We kept the old switch on the wall, because visitors like to press it.',
  'Most of the afternoon went into one **missing** comma.',
  'The `timeout` was there all along, in a file that nobody opens.',
  'Her notes on [tea and queues](https://example.com/tea) are worth an evening.',
  'It rained, so the garden and the tests were both left alone.',
  'What we call *slow* is often a long wait for something small.',
];

export const japanese = [
  '朝のうちに机を片づけて、昨日の続きから書きはじめた。',
  '設定ファイルを一行だけ直したら、起動が半分の時間になった。',
  '駅前の本屋で、探していた**古い技術書**を見つけた。',
  '動いているものをさわるときは、まず写しをとってからにする。',
  'この関数は `null` を返すことがあるので、呼ぶ側で確かめておく。',
  '雨の日は[図書館の二階](https://example.com/library)で原稿を読みなおす。',
  '計測してみると、遅かったのは通信ではなく*並べかえ*だった。',
  '友人に見せたところ、図が一枚あるとわかりやすいと言われた。',
  '名前を変えるだけで、読む人の迷いはずいぶん減るものだ。',
  '次の版では、この手順を一つの命令にまとめるつもりだ。',
];

export const code = [
  'export function next(seed: number): number {\n  return (seed * 16807) % 2147483647;\n}',
  'for (const row of rows) {\n  if (row.done) continue;\n  await send(row);\n}',
  'const total = items.reduce((sum, { price }) => sum + price, 0);\nconsole.log(`合計 ${total} 円`);',
];
