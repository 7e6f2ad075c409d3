import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readForeign } from './encoding.ts';

const japanese = '# 勉強会のメモ\r\n\r\n筆（ふで）で書いた文章です。カタカナも「括弧」もあります。\r\n';

/** The system's own converter makes the bytes, so that Fude's reading is not compared with itself. */
function encoded(text: string, encoding: string): Uint8Array {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text });
}

test.each([
  ['SHIFT_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['ISO-2022-JP', 'iso-2022-jp'],
  ['UTF-16LE', 'utf-16le'],
  ['UTF-16BE', 'utf-16be'],
])('reads Japanese text in %s', (encoding, name) => {
  expect(readForeign(encoded(japanese, encoding))).toEqual({ encoding: name, text: japanese });
});

test('reads UTF-16 by its mark', () => {
  const bytes = Buffer.from(`\uFEFF${japanese}`, 'utf16le');
  expect(readForeign(bytes)).toEqual({ encoding: 'utf-16le', text: japanese });
  expect(readForeign(Buffer.from(bytes).swap16())).toEqual({ encoding: 'utf-16be', text: japanese });
});

test('reads Western text without taking it for Japanese', () => {
  const text = 'Café crème à la façon “Zürich” — déjà vu, élève\n';
  expect(readForeign(encoded(text, 'WINDOWS-1252'))).toEqual({ encoding: 'windows-1252', text });
});

test('bytes that are no text of any encoding are shown with gaps', () => {
  const { encoding, text } = readForeign(new Uint8Array([0x61, 0xff, 0x00, 0x81, 0x62]));
  expect(encoding).toBeUndefined();
  expect(text).toContain('\uFFFD');
});
