#!/bin/sh
# The command `fude`. Electron wants a display even where no window opens, unless its command line says otherwise;
# and without a window there is nothing to sandbox, which root and many containers could not do.
# A dead network share holds a thread for each file that was asked for: see electron/file-threads.ts.
export UV_THREADPOOL_SIZE="${UV_THREADPOOL_SIZE:-64}"
here=$(dirname "$(readlink -f "$0")")
case ${1-} in
  export | import | --help | --version) set -- --ozone-platform=headless --no-sandbox --disable-gpu --log-level=3 "$@" ;;
esac
exec "$here/fude-bin" "$@"
