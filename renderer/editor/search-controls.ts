/** A text field named by its label; `changed` is called while it is typed in. */
export function field(name: string, label: string, changed: () => void): HTMLInputElement {
  const input = document.createElement('input');
  input.name = name;
  input.className = 'search-field';
  input.placeholder = label;
  input.ariaLabel = label;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.addEventListener('input', changed);
  return input;
}

/** A button that shows `text`; `label` names it where the text is a sign only. */
export function button(text: string, label: string, pressed: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = label === '' ? 'search-button' : 'search-button search-sign';
  element.textContent = text;
  if (label !== '') {
    element.ariaLabel = label;
    element.title = label;
  }
  element.addEventListener('click', pressed);
  return element;
}

/** A button that stays pressed; its state is its `aria-pressed`. */
export function checkButton(text: string, label: string, changed: () => void): HTMLButtonElement {
  const element = button(text, label, () => {
    element.ariaPressed = String(element.ariaPressed !== 'true');
    changed();
  });
  element.ariaPressed = 'false';
  return element;
}
