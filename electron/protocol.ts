import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, session } from 'electron';
import { previewOrigin } from '../core/contract/preview-page.ts';
import { readRegularFile } from './files/read.ts';
import { pageOrigin } from './ipc.ts';

/** Images a post may show, with the type they are served as. SVG is shown as an image only, where no script of it runs. */
const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

const pageTypes: Readonly<Record<string, string>> = {
  ...imageTypes,
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The page that draws diagrams; an origin of its own, which main answers nothing. */
export const drawPage = 'fude://draw/draw.html';

/** Pages that are being printed, by their names. */
export const printed = new Map<string, string>();
export const printPage = (name: string): string => `fude://print/${name}`;

/** Larger images are not shown in the preview, in bytes. */
const imageLimit = 100_000_000;

const notFound = (): Response => new Response('', { status: 404 });

/** Must run before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'fude',
      // Compiled code is kept from one start to the next; a script that changes has another name.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves `fude://app/…`, `fude://preview/…` and `fude://draw/…` from the built pages, `fude://library/WINDOW/…` from the library that window has
 * open. `fude://print/…` is what is being printed. All others resolve inside their folder, after links, or answer 404.
 */
export function serveProtocol(pageRoot: string, libraryOf: (windowId: number) => string | undefined): void {
  protocol.handle('fude', async (request) => {
    try {
      const address = new URL(request.url);
      const path = decodeURIComponent(address.pathname);
      if (path.includes('\0')) return notFound();
      if (address.host === 'app') return await page(pageRoot, path, windowPolicy);
      if (address.host === 'preview') return await page(pageRoot, path, previewPolicy);
      if (address.host === 'print') return paper(path.slice(1));
      if (address.host === 'draw') return await page(pageRoot, path, drawPolicy);
      const [, windowId = '', ...parts] = path.split('/');
      const root = address.host === 'library' ? libraryOf(Number(windowId)) : undefined;
      return root === undefined ? notFound() : await image(root, parts.join('/'));
    } catch {
      // A missing or unreadable file is what the page shows as a broken image; there is nobody else to tell.
      return notFound();
    }
  });
}

const windowPolicy = (nonce: string): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  `frame-src ${previewOrigin}`,
  "img-src 'self' fude://library data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Images come from the post's own folder, or from the text itself. Of scripts there are the page's own, never a post's. */
const previewPolicy = (): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  'img-src fude://library data:',
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${pageOrigin}`,
  'sandbox allow-scripts allow-same-origin',
];

/** Mermaid styles what it measures; nothing but its own scripts is loaded. */
const drawPolicy = (): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
];

async function page(
  root: string,
  path: string,
  policy: (nonce: string) => readonly string[],
): Promise<Response> {
  const file = await inside(root, path);
  const type = pageTypes[extname(file)];
  if (type === undefined) return notFound();
  if (extname(file) !== '.html')
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': type } });
  // CodeMirror adds its rules in a <style> of its own, which needs this page's nonce; nothing else inline is allowed.
  const nonce = randomBytes(16).toString('base64');
  const html = (await readFile(file, 'utf8')).replaceAll('%NONCE%', nonce);
  return new Response(html, {
    headers: { 'content-type': type, 'content-security-policy': policy(nonce).join('; ') },
  });
}

/** What is printed has all it needs in itself, and nothing else is asked for. */
function paper(name: string): Response {
  const html = printed.get(name);
  if (html === undefined) return notFound();
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

async function image(root: string, path: string): Promise<Response> {
  const type = imageTypes[extname(path).toLowerCase()];
  if (type === undefined) return notFound();
  const bytes = await readRegularFile(await inside(root, path), imageLimit);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The real path of `path` below `root`; throws when it is missing or leads out. */
async function inside(root: string, path: string): Promise<string> {
  const base = await realpath(root);
  const file = await realpath(join(base, path));
  if (!file.startsWith(base.endsWith(sep) ? base : base + sep)) throw new Error('outside of the folder');
  return file;
}

/** Electron grants every permission by default; Fude's page needs to write the clipboard and nothing else. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(permission === 'clipboard-sanitized-write');
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
}
