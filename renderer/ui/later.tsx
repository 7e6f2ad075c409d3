import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is loaded when it is shown first; `load` is the same function at each call. */
export function Later({ load }: { readonly load: () => Promise<FunctionComponent> }) {
  const [View, setView] = useState<FunctionComponent | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void load().then((view) => {
      if (!gone) setView(() => view);
    });
    return () => {
      gone = true;
    };
  }, [load]);
  return View === undefined ? null : <View />;
}
