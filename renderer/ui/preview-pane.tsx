import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import themeCss from '../../assets/themes/default.css?raw';
import { languageOfPost } from '../../core/post/blog-language.ts';
import { alignPreview, previewScrolled } from '../commands/follow.ts';
import { handlePreviewKey } from '../commands/keys.ts';
import { openLink } from '../commands/links.ts';
import { showInPreview } from '../commands/show-in-preview.ts';
import { editor, setPreview } from '../commands/surfaces.ts';
import type { Preview } from '../preview/preview.ts';
import { currentPost } from '../state/current-post.ts';
import { textPainted } from '../state/first-paint.ts';
import { previewFind } from '../state/preview-find.ts';
import { library, messages, settings, theme } from '../state/session.ts';
import type { PreviewFind } from './preview-find.tsx';

/** The text comes first: what makes HTML of it is half of all code, and is read once the text is on the screen. */
async function loadPreview() {
  await textPainted;
  return import('../preview/preview.ts');
}

/** Mounts the isolated frame and hands it to the commands. */
export function PreviewPane() {
  const host = useRef<HTMLDivElement>(null);
  const pane = useRef<Preview | undefined>(undefined);
  useLayoutEffect(() => {
    let created: Preview | undefined;
    let gone = false;
    const mount = async (): Promise<void> => {
      const { createPreview } = await loadPreview();
      if (gone || host.current === null) return;
      created = createPreview({
        host: host.current,
        title: messages.peek().preview,
        languageOf: (beginning) => {
          const blog = library.peek()?.blog;
          return blog === undefined ? 'en' : languageOfPost(blog, beginning);
        },
        themeCss,
        missingImage: (address) => messages.peek().previewMissingImage(address),
        callbacks: {
          onScroll: previewScrolled,
          onLink: (address) => void openLink(address),
          onClick: (_line, from, to) => editor()?.select(from, to),
          onKey: handlePreviewKey,
        },
      });
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
  const title = messages.value.preview;
  useEffect(() => pane.current?.setTitle(title), [title]);
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
