/** Bytes that must be alike to be worth a reference. */
const block = 16;
/** Beyond this the changed stretch is taken as new: looking for likeness in it would take too long. */
const longestSearch = 1_000_000;

/**
 * What has to be known to make `target` from `base`: stretches to copy from `base`, and new bytes between them.
 * Time is linear for a change in one place, whatever the length.
 */
export function encodeDelta(base: Buffer, target: Buffer): Buffer {
  const parts: Buffer[] = [];
  const copy = (from: number, length: number): void => {
    if (length > 0) parts.push(varint(length * 2), varint(from));
  };
  const insert = (bytes: Buffer): void => {
    if (bytes.length > 0) parts.push(varint(bytes.length * 2 + 1), bytes);
  };
  const start = commonStart(base, target);
  const end = commonEnd(base, target, start);
  copy(0, start);
  const middle = target.subarray(start, target.length - end);
  if (middle.length > longestSearch || base.length > 4 * longestSearch) insert(middle);
  else copyAlike(base, middle, copy, insert);
  copy(base.length - end, end);
  return Buffer.concat(parts);
}

/** The target that was encoded, or undefined when the delta does not fit the base. */
export function applyDelta(base: Buffer, delta: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at < delta.length;) {
    const [head, afterHead] = readVarint(delta, at);
    const length = Math.floor(head / 2);
    if (head % 2 === 1) {
      if (afterHead + length > delta.length) return undefined;
      parts.push(delta.subarray(afterHead, afterHead + length));
      at = afterHead + length;
    } else {
      const [from, next] = readVarint(delta, afterHead);
      if (from + length > base.length) return undefined;
      parts.push(base.subarray(from, from + length));
      at = next;
    }
  }
  return Buffer.concat(parts);
}

function copyAlike(
  base: Buffer,
  target: Buffer,
  copy: (from: number, length: number) => void,
  insert: (bytes: Buffer) => void,
): void {
  const places = new Map<string, number>();
  if (target.length >= block) {
    for (let at = 0; at + block <= base.length; at += block)
      places.set(base.toString('latin1', at, at + block), at);
  }
  let [at, written] = [0, 0];
  while (at + block <= target.length) {
    const place = places.get(target.toString('latin1', at, at + block));
    if (place === undefined) {
      at += 1;
      continue;
    }
    let before = 0;
    while (at - before > written && before < place && base[place - before - 1] === target[at - before - 1])
      before += 1;
    const length = block + commonStart(base.subarray(place + block), target.subarray(at + block));
    insert(target.subarray(written, at - before));
    copy(place - before, before + length);
    at += length;
    written = at;
  }
  insert(target.subarray(written));
}

function commonStart(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: Buffer, b: Buffer, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - length - 1] === b[b.length - length - 1]) length += 1;
  return length;
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.from([...bytes, rest]);
}

function readVarint(bytes: Buffer, from: number): readonly [value: number, next: number] {
  let [value, scale, at] = [0, 1, from];
  for (;;) {
    const byte = bytes[at] ?? 0;
    value += (byte % 0x80) * scale;
    scale *= 0x80;
    at += 1;
    if (byte < 0x80) return [value, at];
  }
}
