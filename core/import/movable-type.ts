import { largestEntry } from './entry.ts';
import type { EntryReader, Read } from './entry.ts';
import { movableTypeEntry } from './movable-type-entry.ts';
import type { MovableTypeEntry } from './movable-type-entry.ts';

const section = /^(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*$/;
const key = /^([A-Z][A-Z ]*): ?(.*)$/;
/** A new entry begins with one of these. */
const first = /^(?:AUTHOR|TITLE|BASENAME|STATUS|UNIQUE URL|DATE): ?/;

/**
 * Reads the text that Movable Type, Hatena Blog and others export: entries end with a line of eight hyphens, their parts
 * with one of five. Both lines may stand in a text as well; then no part and no entry begins behind them.
 */
export class MovableTypeReader implements EntryReader {
  #rest = '';
  #entry: MovableTypeEntry = newEntry();
  /** The part whose lines are read; undefined for the keys at the top. */
  #part: { readonly name: string; lines: string[] } | undefined;
  /** A line of hyphens and the empty lines behind it, kept until the next line tells what they are. */
  #held: { readonly mark: '-----' | '--------'; blanks: number } | undefined;
  #ready: Read[] = [];
  #size = 0;
  #whole = true;

  get cut(): boolean {
    return !this.#whole;
  }

  write(text: string): readonly Read[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line.replace(/\r$/, ''));
    return this.#flush();
  }

  end(): readonly Read[] {
    if (this.#rest !== '') this.#line(this.#rest.replace(/\r$/, ''));
    this.#rest = '';
    if (!isEmpty(this.#entry)) {
      // A file that ends without its last line of hyphens has its last entry all the same, as far as it goes.
      this.#whole = this.#held !== undefined;
      this.#endEntry();
    }
    return this.#flush();
  }

  #line(line: string): void {
    const held = this.#held;
    if (held !== undefined) {
      if (held.mark === '--------' && line === '') {
        held.blanks += 1;
        return;
      }
      this.#held = undefined;
      this.#judge(held.mark, held.blanks, line);
    }
    if (line === '-----' || line === '--------') {
      this.#held = { mark: line, blanks: 0 };
      return;
    }
    const opened = this.#part === undefined ? section.exec(line)?.[1] : undefined;
    if (opened !== undefined) {
      this.#part = { name: opened, lines: [] };
      return;
    }
    if (this.#part !== undefined) {
      this.#add(line);
      return;
    }
    const [, name, value] = key.exec(line) ?? [];
    if (name !== undefined && value !== undefined) this.#entry.keys.push([name, value.trim()]);
  }

  #judge(mark: string, blanks: number, next: string): void {
    if (mark === '--------') {
      if (this.#part === undefined || first.test(next)) this.#endEntry();
      else for (const line of [mark, ...Array.from({ length: blanks }, () => '')]) this.#add(line);
    } else if (this.#part === undefined || section.test(next) || next === '--------') this.#endPart();
    else this.#add(mark);
  }

  #add(line: string): void {
    this.#size += line.length;
    if (this.#size > largestEntry) this.#entry.tooLarge = true;
    else this.#part?.lines.push(line);
  }

  #endPart(): void {
    const part = this.#part;
    this.#part = undefined;
    if (part === undefined) return;
    if (part.name === 'COMMENT' || part.name === 'PING') this.#entry.comments += 1;
    else this.#entry.parts.set(part.name, part.lines.join('\n'));
  }

  #endEntry(): void {
    this.#endPart();
    this.#held = undefined;
    if (!isEmpty(this.#entry)) this.#ready.push(movableTypeEntry(this.#entry));
    this.#entry = newEntry();
    this.#size = 0;
  }

  #flush(): readonly Read[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

const newEntry = (): MovableTypeEntry => ({ keys: [], parts: new Map(), comments: 0, tooLarge: false });
const isEmpty = ({ keys, parts }: MovableTypeEntry): boolean => keys.length === 0 && parts.size === 0;
