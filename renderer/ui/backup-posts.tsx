import { useEffect, useState } from 'preact/hooks';
import type { BackedUpPost, BackupSummary } from '../../core/contract/backup.ts';
import { openPost } from '../commands/open-post.ts';
import { asked } from '../state/backups.ts';
import { language, messages } from '../state/session.ts';
import { momentText, sizeText } from './amounts.ts';

/** Rows that somebody looks through; the filter finds the rest. */
const longestList = 200;

interface Props {
  readonly backup: BackupSummary;
  readonly onBack: () => void;
}

/** The posts of one backup, each with a way back into the library. */
export function BackupPosts({ backup, onBack }: Props) {
  const words = messages.value.backups;
  const locale = language.value;
  const [posts, setPosts] = useState<readonly BackedUpPost[]>([]);
  const [filter, setFilter] = useState('');
  const [back, setBack] = useState<string | undefined>(undefined);
  useEffect(
    () => void asked('backup.posts', backup.id).then((answer) => setPosts(answer ?? [])),
    [backup.id],
  );
  const wanted = filter.toLowerCase().normalize('NFKC');
  const found = posts.filter(({ path, title }) =>
    `${path}\n${title}`.toLowerCase().normalize('NFKC').includes(wanted),
  );
  const bringBack = async (path: string): Promise<void> => {
    const id = await asked('backup.restorePost', backup.id, path);
    if (id === undefined) return;
    setBack(id);
    await openPost(id);
  };
  return (
    <>
      <div class="backup-actions">
        <button type="button" class="button" onClick={onBack}>
          {words.back}
        </button>
        <strong>{words.postsOf(momentText(backup.takenAt, locale))}</strong>
      </div>
      <p class="hint">{words.restorePostHint}</p>
      {back !== undefined && <p role="status">{words.postRestored(back)}</p>}
      <input
        class="text-field"
        type="search"
        aria-label={words.filter}
        placeholder={words.filter}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <ul class="backups">
        {found.slice(0, longestList).map(({ path, title, bytes }) => (
          <li key={path}>
            <span class="backup-what">
              <span>{title === '' ? messages.value.untitled : title}</span>
              <span class="hint">
                {path}, {sizeText(bytes, locale)}
              </span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={`${words.restorePost}: ${path}`}
              onClick={() => void bringBack(path)}
            >
              {words.restorePost}
            </button>
          </li>
        ))}
        {found.length > longestList && <li class="hint">{words.more(found.length - longestList)}</li>}
      </ul>
    </>
  );
}
