/** The document of this case; the bare window serves it beside its pages. */
export const documentText = async (): Promise<string> => (await fetch('/document.md')).text();

/** What a control asks of the page, by its address; nothing when it is measured as it is. */
export const control = new URLSearchParams(location.search).get('control');

export function host(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector} in the page`);
  return element;
}
