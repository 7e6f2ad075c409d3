/** Why a header, or `blog.yaml`, is no YAML that can be read; worded in `core/messages/yaml-words.ts`. */
export type YamlTrouble =
  | 'quote-open'
  | 'bracket-open'
  | 'needs-quotes'
  | 'bad-escape'
  | 'no-colon'
  | 'bad-indent'
  | 'tab'
  | 'key-twice'
  | 'no-keys'
  | 'too-deep'
  | 'other';
