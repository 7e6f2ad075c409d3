import type { ErrorCode, YAMLParseError } from 'yaml';
import type { YamlTrouble } from '../contract/yaml-trouble.ts';

/** What most often stands behind an error of the parser. */
const troubles: Partial<Record<ErrorCode, YamlTrouble>> = {
  BAD_ALIAS: 'needs-quotes',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indent',
  BAD_SCALAR_START: 'needs-quotes',
  BLOCK_AS_IMPLICIT_KEY: 'needs-quotes',
  BLOCK_IN_FLOW: 'bracket-open',
  MISSING_CHAR: 'bracket-open',
  MULTILINE_IMPLICIT_KEY: 'no-colon',
  MULTIPLE_ANCHORS: 'needs-quotes',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'needs-quotes',
  UNEXPECTED_TOKEN: 'needs-quotes',
};

/** What is wrong, for the author: the parser's own words are English, and speak of YAML's grammar. */
export function yamlTrouble({ code, message }: YAMLParseError): YamlTrouble {
  if (code === 'MISSING_CHAR' && message.includes('quote')) return 'quote-open';
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'bracket-open';
  return troubles[code] ?? 'other';
}
