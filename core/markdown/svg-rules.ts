/** Elements of SVG that only draw. None of them runs, moves, loads or links; HTML inside of a drawing has no place here. */
export const allowedSvg: ReadonlySet<string> = new Set(
  (
    'circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop ' +
    'svg symbol text textPath title tspan use'
  ).split(' '),
);

/** Taken off, while what they hold stays. */
export const unwrappedSvg: ReadonlySet<string> = new Set(['a', 'switch']);

/** Elements whose text is shown or read aloud. */
export const textualSvg: ReadonlySet<string> = new Set(['desc', 'text', 'textPath', 'title', 'tspan']);

/** Longest shape and longest other value, in characters. */
const longestShape = 100_000;
const longestValue = 500;

type Check = (value: string) => boolean;

const plain: Check = (value) => /^[\w\s.,%#+-]*$/.test(value);
const lengths: Check = (value) => /^[\w\s.,%+-]*$/.test(value);
const transformation: Check = (value) => /^[\w\s.,()+-]*$/.test(value);
const colour: Check = (value) => /^[\w\s#.,%/()+-]*$/.test(value) && !/url|image|src/i.test(value);
const family: Check = (value) => /^[^<>\\;{}()]*$/.test(value);

const rows = (check: Check, names: string): readonly (readonly [string, Check])[] =>
  names.split(' ').map((name) => [name, check] as const);

/** What a style may say as well. */
const presentation: ReadonlyMap<string, Check> = new Map([
  ...rows(
    plain,
    'alignment-baseline baseline-shift clip-rule direction display dominant-baseline fill-opacity fill-rule font-size font-stretch ' +
      'font-style font-variant font-weight letter-spacing opacity paint-order shape-rendering stop-opacity stroke-dasharray ' +
      'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor ' +
      'text-decoration text-rendering vector-effect visibility word-spacing writing-mode',
  ),
  ...rows(colour, 'color fill stop-color stroke'),
  ...rows(family, 'font-family'),
]);

const geometry: ReadonlyMap<string, Check> = new Map([
  ...rows(
    lengths,
    'clipPathUnits cx cy dx dy fx fy gradientUnits height lengthAdjust markerHeight markerUnits markerWidth maskContentUnits ' +
      'maskUnits method offset orient pathLength patternContentUnits patternUnits points preserveAspectRatio r refX refY rotate ' +
      'rx ry side spacing spreadMethod startOffset textLength viewBox width x x1 x2 y y1 y2 d',
  ),
  ...rows(transformation, 'gradientTransform patternTransform transform'),
]);

/** These name another element of the drawing, and nothing outside of it. */
const naming = new Set(['clip-path', 'fill', 'marker-end', 'marker-start', 'mask', 'stroke']);
const linking = new Set(['linearGradient', 'pattern', 'radialGradient', 'textPath', 'use']);

/** The whole drawing neither leaves its place nor becomes larger than a page. */
const rootSize: Check = (value) => /^\d{1,4}(?:\.\d+)?(?:px|%|em|rem|ex|pt|mm|cm)?$/.test(value.trim());
const notOnRoot = new Set(['transform', 'x', 'y', 'display', 'visibility']);

export const isPresentation = (name: string): boolean => presentation.has(name) || naming.has(name);

/** Whether an element may have an attribute with a value that names no other element. */
export const allowsSvgAttribute = (isRoot: boolean, name: string, value: string): boolean => {
  const check = presentation.get(name) ?? geometry.get(name);
  if (check === undefined || value.length > (name === 'd' || name === 'points' ? longestShape : longestValue))
    return false;
  if (!isRoot) return check(value);
  return !notOnRoot.has(name) && (name === 'width' || name === 'height' ? rootSize : check)(value);
};

/**
 * What an attribute names: `id` in the same drawing, and what stands behind it (a colour, for when there is no such element).
 * Undefined for one that names nothing.
 */
export const namedIn = (
  element: string,
  name: string,
  value: string,
): { readonly id: string; readonly rest: string } | undefined => {
  if (name === 'href') {
    const id = linking.has(element) ? /^\s*#(\S+)\s*$/.exec(value)?.[1] : undefined;
    return id === undefined ? undefined : { id, rest: '' };
  }
  if (!naming.has(name)) return undefined;
  const found = /^\s*url\(\s*(["']?)#([^\s"'()\\]+)\1\s*\)\s*(.*)$/i.exec(value);
  const [, , id, rest = ''] = found ?? [];
  return id !== undefined && colour(rest) ? { id, rest: rest.trim() } : undefined;
};
