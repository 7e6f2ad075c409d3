/**
 * Each file operation that a dead network share never answers holds one of these threads for good; Node has four, and
 * the journal in the app data would wait behind them. More than all that reads a library at once. Read by libuv when
 * the first file is asked for: the launcher and the scripts, which come before that under a default app, set it too.
 */
export function addFileThreads(): void {
  process.env['UV_THREADPOOL_SIZE'] ??= '64';
}
