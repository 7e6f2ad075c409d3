import { isHole } from './holes.ts';

/** Elements that raw HTML may use. Any other is taken off and its content stays, but for those in `droppedWhole`. */
export const allowedElements: ReadonlySet<string> = new Set(
  (
    'a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small span strong sub ' +
    'summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

/** Elements whose content is no text for a reader, or is read differently where scripts are off. */
export const droppedWhole: ReadonlySet<string> = new Set(
  (
    'applet audio canvas embed frameset head iframe noembed noframes noscript object option plaintext script select ' +
    'style template textarea title video xmp'
  ).split(' '),
);

type Check = (value: string) => boolean;

const number: Check = (value) => /^\d{1,4}$/.test(value);
/** More would only serve to hang the layout. */
const spanNumber: Check = (value) => number(value) && Number(value) <= 1000;
const size: Check = (value) => /^\d{1,4}(?:px|%)?$/.test(value);
const any: Check = () => true;
const oneOf = (...values: string[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value.toLowerCase());
};

const align = oneOf('left', 'center', 'right', 'justify');

/** Attributes that any element may have. Addresses, ids and classes have their own rules in `sanitize.ts`. */
const everywhere: Readonly<Record<string, Check>> = {
  title: any,
  lang: (value) => /^[a-z0-9-]{1,35}$/i.test(value),
  dir: oneOf('ltr', 'rtl', 'auto'),
  role: oneOf('doc-backlink', 'doc-endnotes', 'doc-noteref', 'img', 'none', 'note', 'presentation'),
  'aria-label': any,
  'aria-hidden': oneOf('true', 'false'),
};

const cell = {
  align,
  colspan: spanNumber,
  rowspan: spanNumber,
  scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
};
const aligned = { align };
const dated = { datetime: any };

const byElement: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  img: { alt: any, width: size, height: size, align: oneOf('left', 'right', 'top', 'middle', 'bottom') },
  ol: {
    start: (value) => /^-?\d{1,9}$/.test(value),
    reversed: any,
    type: (value) => /^[1aAiI]$/.test(value),
  },
  li: { value: (value) => /^-?\d{1,9}$/.test(value) },
  details: { open: any },
  time: dated,
  ins: dated,
  del: dated,
  input: { type: oneOf('checkbox'), checked: any, disabled: any },
  col: { span: spanNumber },
  colgroup: { span: spanNumber },
  table: aligned,
  tr: aligned,
  td: cell,
  th: cell,
  p: aligned,
  div: aligned,
  h1: aligned,
  h2: aligned,
  h3: aligned,
  h4: aligned,
  h5: aligned,
  h6: aligned,
};

/** Whether an element may have this attribute with this value. */
export const allowsAttribute = (element: string, name: string, value: string): boolean => {
  const rules = byElement[element];
  const check =
    rules !== undefined && Object.hasOwn(rules, name)
      ? rules[name]
      : Object.hasOwn(everywhere, name)
        ? everywhere[name]
        : undefined;
  return check !== undefined && (isHole(value) || check(value));
};

/** MathML as far as it only draws; nothing in it can hold HTML. */
export const allowedMath: ReadonlySet<string> = new Set(
  (
    'annotation maction math menclose merror mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub ' +
    'msubsup msup mtable mtd mtext mtr munder munderover semantics'
  ).split(' '),
);

const mathAttributes = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence form frame ' +
    'height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation ' +
    'rowalign rowlines rowspacing rowspan rspace scriptlevel separator side stretchy symmetric voffset width'
  ).split(' '),
);

/** Short words, colours and lengths of no more than three digits before the point. */
export const allowsMathAttribute = (name: string, value: string): boolean =>
  mathAttributes.has(name) &&
  value.length <= 100 &&
  /^[\w\s.,%#/+-]*$/.test(value) &&
  !/\d{4}/.test(value.replace(/\.\d+|#\w+/g, ''));

const ownClasses = new Set(
  (
    'admonition admonition-caution admonition-important admonition-note admonition-tip admonition-title admonition-warning ' +
    'align-center align-left align-right code contains-task-list diagram diagram-waiting error footnote-backref footnote-ref footnotes hljs task-list-item too-large'
  ).split(' '),
);

/** Classes of the renderer and of highlighted code; any other would let a post dress up as part of the page. */
export const allowsClass = (name: string): boolean =>
  ownClasses.has(name) || /^(?:language-\S+|hljs-[a-z_]+|[a-z]+_{1,2})$/.test(name);
