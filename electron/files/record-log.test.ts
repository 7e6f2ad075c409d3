import fc from 'fast-check';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../failures.ts';
import { RecordLog, logBytes, readLog, readRecords } from './record-log.ts';
import { smallDisk, temporaryFolder } from './testing/faults.ts';

const record = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (records: readonly Uint8Array[]): readonly string[] =>
  records.map((one) => Buffer.from(one).toString());

async function logWith(path: string, ...records: readonly string[]): Promise<void> {
  const { log } = await RecordLog.open(path);
  for (const one of records) await log.append(record(one));
  await log.close();
}

test('records come back in order, and more can be added later', async () => {
  const path = join(await temporaryFolder(), 'a.log');
  await logWith(path, 'one', '二', 'x'.repeat(100_000));
  await logWith(path, 'four');
  const { records, end } = await readLog(path);
  expect(texts(records)).toEqual(['one', '二', 'x'.repeat(100_000), 'four']);
  expect(end).toBe('whole');
  expect(await readFile(path)).toEqual(logBytes(records));
});

test('a log that is not there is empty', async () => {
  expect((await readLog(join(await temporaryFolder(), 'none.log'))).records).toEqual([]);
});

test('cut at any byte, a log gives the whole records before the cut, and goes on from there', async () => {
  const records = ['one', 'two two', 'three three three'];
  const whole = logBytes(records.map(record));
  const ends = records.map((_one, index) => logBytes(records.slice(0, index + 1).map(record)).length);
  const path = join(await temporaryFolder(), 'a.log');
  for (let length = 0; length < whole.length; length += 1) {
    const expected = records.filter((_one, index) => (ends[index] ?? 0) <= length);
    expect(texts(readRecords(whole.subarray(0, length)).records)).toEqual(expected);
    await writeFile(path, whole.subarray(0, length));
    await logWith(path, 'after');
    expect(texts((await readLog(path)).records)).toEqual([...expected, 'after']);
  }
});

test('any byte changed ends the log before its record; nothing wrong is ever read', () => {
  const records = ['one', 'two two', 'three three three', 'four'];
  const whole = logBytes(records.map(record));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const { records: read, end } = readRecords(bytes);
      expect(end).not.toBe('whole');
      expect(records.slice(0, read.length)).toEqual(texts(read));
    }),
    { numRuns: 1000 },
  );
});

test('a record that was taken out is noticed', () => {
  const [first, second] = [logBytes([record('one'), record('two')]), logBytes([record('one')])];
  const third = logBytes([record('one'), record('two'), record('three')]).subarray(first.length);
  expect(texts(readRecords(Buffer.concat([second, third])).records)).toEqual(['one']);
});

test('NULs behind the good part, as a power cut leaves them, are dropped and kept in a copy', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a.log');
  await logWith(path, 'one');
  await appendFile(path, new Uint8Array(50));
  await logWith(path, 'two');
  expect(texts((await readLog(path)).records)).toEqual(['one', 'two']);
  expect((await readdir(folder)).toSorted()).toEqual(['a.log', 'a.log.damaged']);
});

test('a file that is no log is kept in a copy', async () => {
  const path = join(await temporaryFolder(), 'a.log');
  await writeFile(path, 'something else entirely');
  await logWith(path, 'one');
  expect(texts((await readLog(path)).records)).toEqual(['one']);
  expect(await readFile(`${path}.damaged`, 'utf8')).toBe('something else entirely');
});

test('a full disk stops a record, not the log', async (context) => {
  const disk = await smallDisk(context, 128);
  const { log } = await RecordLog.open(join(disk, 'a.log'));
  await log.append(record('one'));
  const error: unknown = await log.append(new Uint8Array(200_000).fill(1)).catch((thrown: unknown) => thrown);
  expect(failureOf(error).kind).toBe('disk-full');
  await log.append(record('two'));
  await log.close();
  expect(texts((await readLog(log.path)).records)).toEqual(['one', 'two']);
});
