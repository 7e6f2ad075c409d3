import { listen } from '../api.ts';
import { notifyFailure } from '../state/notices.ts';

/** A fault nobody caught is shown to the author instead of ending in a log that nobody reads. */
export function hearTroubles(): void {
  listen('app.failed', notifyFailure);
  window.addEventListener('error', (event) => notifyFailure({ kind: 'internal', detail: event.message }));
  window.addEventListener('unhandledrejection', (event) =>
    notifyFailure({ kind: 'internal', detail: String(event.reason) }),
  );
}
