import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../state/session.ts';

/** How a text differs from an earlier one; its code is loaded when it is first needed. */
export function Difference({
  label,
  before,
  after,
}: {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const unchanged = messages.value.exportUnchanged;
  useEffect(() => {
    let gone = false;
    let destroy = (): void => undefined;
    void import('../editor/difference.ts').then(({ showDifference }) => {
      if (gone || host.current === null) return;
      const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';
      const words = { label, unchanged };
      destroy = showDifference({ parent: host.current, before, after, words, nonce });
    });
    return () => {
      gone = true;
      destroy();
    };
  }, [before, after, label, unchanged]);
  return <div ref={host} class="difference" />;
}
