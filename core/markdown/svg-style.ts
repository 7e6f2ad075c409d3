import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isPresentation } from './svg-rules.ts';

/** A rule of a drawing's own style sheet with one simple selector. */
interface Rule {
  readonly element: string;
  readonly sign: string;
  readonly name: string;
  readonly declarations: readonly Declaration[];
}

type Declaration = readonly [name: string, value: string];

/** Rules of one drawing; more would only serve to keep the machine busy. */
const mostRules = 500;

/**
 * What the style sheets of a drawing say of its elements, as far as they select by element, class or id alone, in the order in
 * which later ones win. A style stands in attributes afterwards: it reaches nothing outside of the drawing, and works
 * where style sheets are not allowed.
 */
export const svgRules = (sheets: readonly string[]): readonly Rule[] => {
  const rules: Rule[] = [];
  for (const [, selectors = '', body = ''] of sheets
    .join('\n')
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
    .replace(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '')
    .matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    const declarations = declarationsOf(body);
    for (const selector of selectors.split(',')) {
      const found = /^([a-z]*)(?:([.#])([\w-]+))?$/i.exec(selector.trim());
      if (found === null || found[0] === '' || rules.length === mostRules) continue;
      const [, element = '', sign = '', name = ''] = found;
      rules.push({ element, sign, name, declarations });
    }
  }
  const weight = ({ sign }: Rule): number => ['', '.', '#'].indexOf(sign);
  return rules.toSorted((a, b) => weight(a) - weight(b));
};

/** What the style of an element says, its own last. */
export const styleOf = (element: Tree.Element, rules: readonly Rule[]): readonly Declaration[] => {
  const valueOf = (name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';
  const classes = rules.length > 0 ? valueOf('class').split(/\s+/) : [];
  const found = rules.filter(
    ({ element: tag, sign, name }) =>
      (tag === '' || tag === element.tagName) &&
      (sign === '' || (sign === '.' ? classes.includes(name) : valueOf('id') === name)),
  );
  return [...found.flatMap(({ declarations }) => declarations), ...declarationsOf(valueOf('style'))];
};

const declarationsOf = (text: string): readonly Declaration[] =>
  text.split(';').flatMap((declaration): readonly Declaration[] => {
    const [name = '', value] = declaration.split(/:(.*)/s);
    const property = name.trim().toLowerCase();
    return value !== undefined && isPresentation(property)
      ? [[property, value.replace(/!\s*important\s*$/i, '').trim()]]
      : [];
  });
