import { render } from 'preact';
import type { StartState } from '../core/contract/start-state.ts';
import { request } from './api.ts';
import { hearClosing } from './commands/closing.ts';
import { showOpened } from './commands/open-post.ts';
import { holdKeys } from './commands/held-keys.ts';
import { hearHistory } from './commands/history.ts';
import { hearOutside } from './commands/outside.ts';
import { lookAgain } from './commands/review-answers.ts';
import { hearFiles } from './commands/review-files.ts';
import { hearMenu } from './commands/run.ts';
import { editor } from './commands/surfaces.ts';
import { inTurn } from './commands/turns.ts';
import { hearTroubles } from './commands/troubles.ts';
import { hearBackups } from './state/backups.ts';
import { hearProgress } from './state/export.ts';
import { startExported } from './state/exported.ts';
import { textPainted, textShown } from './state/first-paint.ts';
import { hearImport } from './state/import.ts';
import { startPosts } from './state/posts.ts';
import { notifyFailure } from './state/notices.ts';
import { startSession } from './state/session.ts';
import { watchShrinks } from './state/shrink-alarm.ts';
import { startView } from './state/view.ts';
import { App } from './ui/app.tsx';

/** The window's own start, in order: what main knows, the state, the views, the post; then what can wait for them. */
async function start(): Promise<void> {
  holdKeys();
  const failures = await inTurn('write', showFirst);
  if (failures === undefined) return;
  failures.forEach(notifyFailure);
  await textPainted;
  void request('app.shown');
  startExported();
}

/** Answers what the start could not do; undefined, and said why, when there is no window to show. */
async function showFirst(): Promise<StartState['failures'] | undefined> {
  hearTroubles();
  hearProgress();
  hearBackups();
  hearImport();
  const answer = await request('app.start');
  if (!answer.ok) {
    notifyFailure(answer.failure);
    return undefined;
  }
  const state: StartState = answer.value;
  startSession(state);
  startView(state.view);
  startPosts(state.posts);
  hearMenu();
  hearClosing();
  hearOutside();
  hearFiles(lookAgain);
  hearHistory();
  watchShrinks();
  const root = document.getElementById('app');
  if (root !== null) render(<App />, root);
  showOpened(state.post, state.unfiled);
  editor()?.focus();
  textShown();
  return state.failures;
}

void start();
