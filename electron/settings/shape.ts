import type { JsonObject } from './kept-object.ts';

/** Tells whether a value from a file or from the window may stand in this place. */
export type Check = (value: unknown) => boolean;

/** One check a key: the schema of an object. */
export type Shape<T> = { readonly [Key in keyof Required<T>]: Check };

export const isBoolean: Check = (value) => typeof value === 'boolean';
export const isText: Check = (value) => typeof value === 'string';
export const isNumber =
  (from: number, to: number): Check =>
  (value) =>
    typeof value === 'number' && value >= from && value <= to;
export const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((one) => one === value);
export const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const isEach =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
export const isShaped =
  <T>(shape: Shape<T>): Check =>
  (value) =>
    isObject(value) && checksOf(shape).every(([key, check]) => check(value[key]));

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checksOf<T>(shape: Shape<T>): readonly (readonly [string, Check])[] {
  return Object.entries<Check>(shape);
}

export interface Shaped<T> {
  readonly value: T;
  /** False when a value was there and not of its type; the default stands in its place. */
  readonly sound: boolean;
}

/** The keys of the shape, each from `value` when it is there and of its type, else from `defaults`. */
export function shaped<T extends object>(value: unknown, shape: Shape<T>, defaults: T): Shaped<T> {
  if (!isObject(value)) return { value: defaults, sound: value === undefined };
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(defaults));
  let sound = true;
  for (const [key, check] of checksOf(shape)) {
    if (!Object.hasOwn(value, key)) continue;
    if (check(value[key])) result[key] = value[key];
    else sound = false;
  }
  return { value: result as T, sound };
}

/** Whether every key of a change is one of the shape, with a value of its type. */
export function isChangeOf<T extends object>(change: unknown, shape: Shape<T>): change is Partial<T> {
  if (!isObject(change)) return false;
  const checks = new Map(checksOf(shape));
  return Object.entries(change).every(([key, value]) => checks.get(key)?.(value) === true);
}
