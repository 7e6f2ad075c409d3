import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { closeDialog } from '../state/dialogs.ts';
import { notifyFailure } from '../state/notices.ts';

/** A view whose code is loaded when it is shown first; `load` is the same function at each call. */
export function Later({ load }: { readonly load: () => Promise<FunctionComponent> }) {
  const [View, setView] = useState<FunctionComponent | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void load().then(
      (view) => {
        if (!gone) setView(() => view);
      },
      (error: unknown) => {
        notifyFailure({ kind: 'internal', detail: String(error) });
        if (!gone) closeDialog();
      },
    );
    return () => {
      gone = true;
      setView(undefined);
    };
  }, [load]);
  return View === undefined ? null : <View />;
}
