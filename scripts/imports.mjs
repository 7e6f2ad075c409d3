/** What a TypeScript file imports, in every form there is, and which watched names it says. */
import { parseSync } from 'oxc-parser';

/**
 * @typedef {object} Mention
 * @property {string | undefined} target the specifier; undefined when only running the code could tell
 * @property {number} line
 */

/** @param {any} node a string literal or a template without holes @returns {string | undefined} */
function literal(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TSLiteralType') return literal(node.literal);
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

/** @param {any} node */
function isImportMetaUrl(node) {
  return (
    node?.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.name === 'url'
  );
}

/**
 * The node that names what is imported; undefined when `node` is no import; null when it is one in disguise.
 * @param {any} node
 */
function importedBy(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source ?? node.argument ?? null;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'require') return node.arguments[0] ?? null;
      const called = callee.type === 'MemberExpression' ? callee.property.name : callee.name;
      if (called === 'createRequire' || called === 'getBuiltinModule') return null;
      return called === 'glob' && callee.object?.type === 'MetaProperty' ? null : undefined;
    }
    case 'NewExpression':
      return node.callee.name === 'URL' && isImportMetaUrl(node.arguments[1]) ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

/** The properties of the global object that `node` itself reads. @param {any} node @returns {(string | undefined)[]} */
function globalProperties(node) {
  // Parentheses and type assertions wrap what they hold.
  /** @type {(value: any) => boolean} */
  const isGlobal = (value) =>
    value?.expression === undefined
      ? /^(window|globalThis|self)$/.test(value?.name)
      : isGlobal(value.expression);
  const key = (/** @type {any} */ property) => property?.name ?? literal(property);
  if (node.type === 'MemberExpression' && isGlobal(node.object)) return [key(node.property)];
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && isGlobal(node.init)) {
    return node.id.properties.map((/** @type {any} */ property) => key(property.key));
  }
  return [];
}

/**
 * @param {string} file its name tells TypeScript from TSX
 * @param {string} text
 * @returns {{ imports: Mention[], names: Set<string>, properties: Set<string> }}
 */
export function readImports(file, text) {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const line = (/** @type {number} */ offset) => text.slice(0, offset).split('\n').length;
  /** @type {Mention[]} */
  const imports = [];
  const names = new Set();
  const properties = new Set();
  const visit = (/** @type {any} */ node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return undefined;
    if (typeof node.type === 'string') {
      const named = importedBy(node);
      if (named !== undefined) imports.push({ target: literal(named), line: line(node.start) });
      if (node.type === 'Identifier') names.add(node.name);
      for (const property of globalProperties(node)) properties.add(property);
    }
    return Object.values(node).forEach(visit);
  };
  visit(program);
  for (const { value, start } of comments) {
    const reference = /^\/\s*<reference\s+(?:path|types)="([^"]+)"/.exec(value);
    if (reference !== null) imports.push({ target: reference[1], line: line(start) });
  }
  return { imports, names, properties };
}
