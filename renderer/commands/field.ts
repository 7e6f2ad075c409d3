/** Puts a text in the place of what is selected, or of what begins at `start`, as if it had been typed. */
export function putInField(
  field: HTMLInputElement,
  text: string,
  start = field.selectionStart ?? field.value.length,
): void {
  field.setRangeText(text, start, field.selectionEnd ?? start, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
