/** What the name of a file says of a copy that a sync tool made because two machines had changed one file. */
export interface CopyName {
  /** The name of the file it is a copy of. */
  readonly original: string;
  /** False when an author may well have chosen the name: then it is a copy only if the posts are one by their fields too. */
  readonly sure: boolean;
}

const ending = /\.(?:md|markdown)$/i;
/** The last character of a stem that any of the names below can have. Nearly all posts are told by it alone. */
const possible = /[)）\]\dA-Zt]$/;

/** One row a tool, its first group the stem of the original. */
const sure: readonly RegExp[] = [
  // Syncthing
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/,
  // Dropbox, Nextcloud, Box and others: (Ann's conflicted copy 2026-11-22), (conflicted copy 2026-11-22 090503)
  /^(.+?) ?\([^()]*(?:conflicted copy|conflicting copy|case conflict|sync conflict)[^()]*\)$/i,
  // The same in Japanese: (花子 の競合コピー 2026-11-22)
  /^(.+?) ?[(（][^()（）]*競合(?:する|した)?(?:コピー|ファイル)[^()（）]*[)）]$/,
  // ownCloud
  /^(.+)_conflict-\d{8}-\d{6}$/,
  // Seafile
  /^(.+) \(SFConflict [^()]*\)$/,
  // Resilio Sync
  /^(.+)\.Conflict$/,
  // pCloud
  /^(.+) \[conflicted\]$/i,
];

const likely: readonly RegExp[] = [
  // iCloud Drive
  /^(.+) (?:[2-9]|[1-9]\d)$/,
  // Google Drive
  /^(.+?) ?\([1-9]\d?\)$/,
  // OneDrive: the name of a computer, as Windows writes it
  /^(.+?)-(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{4,}(?:-[A-Z0-9]+)*$/,
];

/** What file a post of this name would be a copy of; undefined for a name that no sync tool gives. */
export function conflictCopyOf(name: string): CopyName | undefined {
  const [tail = ''] = ending.exec(name) ?? [];
  const stem = name.slice(0, name.length - tail.length);
  if (tail === '' || !possible.test(stem)) return undefined;
  for (const [patterns, isSure] of [
    [sure, true],
    [likely, false],
  ] as const) {
    for (const pattern of patterns) {
      const original = pattern.exec(stem)?.[1];
      if (original !== undefined) return { original: original + tail, sure: isSure };
    }
  }
  return undefined;
}
