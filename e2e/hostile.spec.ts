import type { Request } from 'playwright/test';
import { previewOrigin, previewPage } from '../core/contract/preview-page.ts';
import { expect, test } from './launch.ts';
import { article, body, previewFrame } from './parts.ts';

/** Each of them would leave a name in `ran`, ask the network, or leave the page. */
const hostile = [
  '<script>ran.push("script")</script>',
  '<img src="nowhere.png" onerror="ran.push(\'image\')" alt="">',
  '<svg onload="ran.push(\'svg\')"><script>ran.push("in svg")</script></svg>',
  '<details open ontoggle="ran.push(\'toggle\')"><summary>Fold</summary></details>',
  '<a id="bad" href="javascript:ran.push(\'link\')" onclick="ran.push(\'click\')">a bad link</a>',
  '<iframe srcdoc="<script>parent.ran.push(\'frame\')</script>"></iframe>',
  '<object data="data:text/html,<script>parent.ran.push(1)</script>"></object>',
  '<img src="https://example.com/far.png" alt="">',
  '<link rel="stylesheet" href="https://example.com/far.css">',
  '<base href="https://example.com/">',
];

/** Each of them would take the preview somewhere else. */
const form = '<form action="https://example.com/form"><button>send</button></form>';
const refresh = '<meta http-equiv="refresh" content="0;url=https://example.com/refresh">';

const windowPage = 'fude://app/index.html';
const ran = (): unknown => (globalThis as unknown as { ran?: readonly string[] }).ran;

test('a post runs nothing, asks nobody and goes nowhere, were it not cleaned either, and the window is out of its reach', async ({
  library,
  launch,
}) => {
  const root = await library({
    'a.md': `# Title\n\n${[...hostile, form, refresh].join('\n\n')}\n\nThe end.\n`,
  });
  // The policy tells the console what it stopped.
  const { app, page } = await launch({
    library: root,
    expected: [
      /Content Security Policy/,
      /^Blocked (?:opening|form submission)/,
      /404/,
      /Unsafe attempt/,
      /ERR_BLOCKED_BY_CSP/,
    ],
  });
  const asked: Request[] = [];
  app.context().on('request', (request) => {
    if (/^https?:/u.test(request.url())) asked.push(request);
  });
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  const frame = await previewFrame(page);
  await expect(article(page)).toContainText('The end.');
  for (const one of [page, frame]) await one.evaluate(() => Object.assign(globalThis, { ran: [] }));
  // Drawn once more, now that something would be told.
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(article(page)).toHaveText('');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(article(page)).toContainText('The end.');
  const left = await article(page).evaluate((element) =>
    [...element.querySelectorAll('*')].flatMap(({ localName, attributes }) => [
      ...(/^(?:script|iframe|object|form|link|base|meta)$/u.test(localName) ? [localName] : []),
      ...[...attributes].filter(
        ({ name, value }) => /^on|^style$/u.test(name) || value.startsWith('javascript:'),
      ),
    ]),
  );
  expect(left).toEqual([]);
  expect(asked).toEqual([]);

  // The frame is a stranger to the window.
  const reached = await frame.evaluate(() => {
    const tried = (reach: () => unknown): unknown => {
      try {
        return reach();
      } catch (error) {
        return (error as DOMException).name;
      }
    };
    const window = globalThis as unknown as { fude: unknown; parent: { fude: unknown; document: unknown } };
    return {
      origin,
      document: tried(() => window.parent.document),
      bridge: typeof window.fude,
      bridgeOfWindow: tried(() => window.parent.fude),
      element: frameElement,
      node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    };
  });
  expect(reached).toEqual({
    origin: previewOrigin,
    document: 'SecurityError',
    bridge: 'undefined',
    bridgeOfWindow: 'SecurityError',
    element: null,
    node: ['undefined', 'undefined'],
  });
  expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull();

  // What a reader does counts as leave to open and to navigate.
  await article(page).getByText('The end.').click();
  await frame.evaluate(() => {
    const stopped: string[] = [];
    Object.assign(globalThis, { stopped });
    document.addEventListener('securitypolicyviolation', (event) =>
      stopped.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  await frame.evaluate((html) => {
    const made = document.createElement('div');
    document.body.append(made);
    made.innerHTML = html;
    const script = document.createElement('script');
    script.textContent = 'ran.push("made script")';
    const far = document.createElement('script');
    far.src = 'https://example.com/far.js';
    made.append(script, far);
    made.querySelector<HTMLElement>('#bad')?.click();
  }, hostile.join('\n'));
  const asks = await frame.evaluate(async () => {
    const fails = (asking: Promise<unknown>): Promise<string> =>
      asking.then(
        () => 'answered',
        () => 'stopped',
      );
    return Promise.all(
      ['https://example.com/', 'fude://app/index.html', 'fude://library/1/a.md'].map((address) =>
        fails(fetch(address)),
      ),
    );
  });
  expect(asks).toEqual(['stopped', 'stopped', 'stopped']);
  const stopped = (): Promise<readonly string[]> =>
    frame.evaluate(() => (globalThis as unknown as { stopped: readonly string[] }).stopped);
  for (const what of [
    'script-src-elem inline',
    'script-src-attr inline',
    'script-src-elem https://example.com/far.js',
    'img-src https://example.com/far.png',
    'connect-src https://example.com/',
    'connect-src fude',
  ])
    await expect.poll(stopped).toContain(what);

  await frame.evaluate(() => {
    open('https://example.com/opened');
    try {
      // Nobody may take the window elsewhere either.
      Reflect.set(Reflect.get(globalThis, 'parent') as object, 'location', 'https://example.com/window');
    } catch {
      // Being refused is as good as being stopped.
    }
  });

  // It is the same page still, and goes on.
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And so on.');
  await expect(article(page)).toContainText('The end. And so on.');
  expect(await frame.evaluate(ran)).toEqual([]);
  expect(await page.evaluate(ran)).toEqual([]);
  expect([page.url(), frame.url()]).toEqual([windowPage, previewPage]);

  await frame.evaluate((inserted) => {
    document.body.insertAdjacentHTML('beforeend', inserted);
    document.querySelector('form')?.submit();
  }, form);
  await page.keyboard.type(' It stays.');
  await expect(article(page)).toContainText('And so on. It stays.');
  expect(await frame.locator('form').count()).toBe(1);

  // What nothing stops comes nowhere, and the page is begun anew.
  await frame.evaluate((inserted) => document.body.insertAdjacentHTML('beforeend', inserted), refresh);
  await expect(frame.locator('form')).toHaveCount(0);
  await expect(article(page)).toContainText('And so on. It stays.');
  expect((await previewFrame(page)).url()).toBe(previewPage);
  expect(page.url()).toBe(windowPage);
  expect(app.windows()).toHaveLength(1);
  // Those that the policy stopped went nowhere.
  for (const request of asked) await expect.poll(() => request.failure()?.errorText).toMatch(/csp/i);
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
});
