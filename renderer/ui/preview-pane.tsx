import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { alignPreview, previewScrolled } from '../commands/follow.ts';
import { runFromPreview } from '../commands/keys.ts';
import { openLink } from '../commands/links.ts';
import { showInPreview } from '../commands/show-in-preview.ts';
import { editor, setPreview } from '../commands/surfaces.ts';
import { previewLeft, typeFromPreview } from '../commands/typed-in-preview.ts';
import type { Preview } from '../preview/remote.ts';
import { currentPost } from '../state/current-post.ts';
import { drawDiagram } from '../state/diagrams.ts';
import { textPainted } from '../state/first-paint.ts';
import { previewFind } from '../state/preview-find.ts';
import { messages, settings, theme } from '../state/session.ts';
import type { PreviewFind } from './preview-find.tsx';

/** The text comes first: the page of the preview begins once it is on the screen. */
async function loadPreview() {
  await textPainted;
  return import('../preview/remote.ts');
}

/** Mounts the isolated frame and hands it to the commands. */
export function PreviewPane() {
  const host = useRef<HTMLDivElement>(null);
  const pane = useRef<Preview | undefined>(undefined);
  useLayoutEffect(() => {
    let created: Preview | undefined;
    let gone = false;
    const mount = async (): Promise<void> => {
      const { openPreview } = await loadPreview();
      if (gone || host.current === null) return;
      created = openPreview({
        host: host.current,
        title: messages.peek().preview,
        onScroll: previewScrolled,
        onLink: (address) => void openLink(address),
        onClick: (from, to) => editor()?.select(from, to),
        onCommand: runFromPreview,
        onTyped: typeFromPreview,
        onLeave: previewLeft,
        draw: drawDiagram,
      });
      created.setMissingImage(messages.peek().previewMissingImage);
      created.setTheme(theme.peek());
      pane.current = created;
      setPreview(created);
      const document = currentPost.peek();
      if (document !== undefined) showInPreview(document);
      alignPreview();
    };
    void mount();
    return () => {
      gone = true;
      setPreview(undefined);
      created?.destroy();
    };
  }, []);
  const shade = theme.value;
  useEffect(() => pane.current?.setTheme(shade), [shade]);
  const follows = settings.value.scrollSync;
  useEffect(() => {
    if (!follows) pane.current?.letGo();
  }, [follows]);
  const words = messages.value;
  useEffect(() => {
    pane.current?.setTitle(words.preview);
    pane.current?.setMissingImage(words.previewMissingImage);
  }, [words]);
  const finds = previewFind.value !== undefined;
  const [Find, setFind] = useState<typeof PreviewFind>();
  useEffect(() => {
    if (finds) void import('./preview-find.tsx').then((module) => setFind(() => module.PreviewFind));
  }, [finds]);
  return (
    <div class="preview-pane">
      <div ref={host} class="preview-host" />
      {finds && Find !== undefined && <Find leave={() => host.current?.querySelector('iframe')?.focus()} />}
    </div>
  );
}
