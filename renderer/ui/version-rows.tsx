import type { TargetName } from '../../core/contract/export.ts';
import { blogTarget } from '../../core/contract/export.ts';
import type { PostVersion } from '../../core/contract/history.ts';
import type { Language } from '../../core/contract/settings.ts';
import type { Messages } from '../../core/messages/en.ts';
import type { ListRow } from './row-list.tsx';

/** What a version was: saved, exported to a target, changed by another program… */
function reason({ why, label = '' }: PostVersion, words: Messages): string {
  if (why !== 'export') return words.kept.why[why];
  const targets: Readonly<Record<string, string>> = words.exportTargets satisfies Record<TargetName, string>;
  return words.kept.exportedTo(label === blogTarget ? words.exportBlog : (targets[label] ?? label));
}

/** The rows of the list of versions, newest first, under a heading for each day on which one was kept. */
export function versionRows(
  versions: readonly PostVersion[],
  words: Messages,
  language: Language,
): readonly (ListRow & { readonly version: PostVersion | undefined })[] {
  const days = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  const times = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const rows: (ListRow & { readonly version: PostVersion | undefined })[] = [];
  let lastDay = '';
  for (const [index, version] of versions.entries()) {
    const day = days.format(version.at);
    const time = times.format(version.at);
    if (day !== lastDay)
      rows.push({ key: `day-${String(version.number)}`, label: undefined, content: day, version: undefined });
    lastDay = day;
    const what = reason(version, words);
    const length = words.kept.characters(version.length);
    const change = words.kept.change(version.length - (versions[index + 1]?.length ?? 0));
    rows.push({
      key: String(version.number),
      label: `${day} ${time}, ${what}, ${length}, ${change}`,
      version,
      content: (
        <>
          <span class="version-what">
            <span class="version-time">{time}</span> <span title={what}>{what}</span>
          </span>
          <span class="version-size">
            <span>{length}</span> <span>{change}</span>
          </span>
        </>
      ),
    });
  }
  return rows;
}
