/** What CodeMirror and the search panel say, by the names they ask for it. `$`, `$1` and `$2` are numbers. */
export const editorEn = {
  Find: 'Find',
  Replace: 'Replace with',
  Next: 'Next match',
  Previous: 'Previous match',
  'Replace one': 'Replace',
  'Replace all': 'Replace all',
  'Match case': 'Match case',
  'Whole words': 'Whole words',
  'Regular expression': 'Regular expression',
  Close: 'Close',
  'No results': 'Nothing found',
  '$1 found': '$1 found',
  '$1 of $2': '$1 of $2',
  'More than $1': 'More than $1',

  'current match': 'current match',
  'on line': 'on line',
  'replaced match on line $': 'replaced match on line $',
  'replaced $ matches': 'replaced $ matches',
  'Control character': 'Control character',
  'Selection deleted': 'Selection deleted',
} satisfies Record<string, string>;
