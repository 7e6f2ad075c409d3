import { isComposing } from '../is-composing.ts';
import { writes } from '../key-names.ts';
import { putInField } from './field.ts';

/** Milliseconds in which a field that was asked for takes what is typed. */
const patience = 2000;

/** What is typed for a field that is on its way. */
interface Handover {
  /** In the preview. */
  first: string;
  /** In the window, behind that; which of the two is heard first says nothing. */
  behind: string;
  /** The preview has lost the focus: it has told all that was typed in it. */
  hasLeft: boolean;
  readonly end: () => void;
}

let handover: Handover | undefined;

/**
 * A key in the preview has asked for a command that leads to a field, as a search does. Signs that follow are meant for that: those that the preview hears before the focus has left it, and behind them those that the window hears, which
 * may be sooner to tell.
 */
export function expectSigns(): void {
  handover?.end();
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  const begun = performance.now();
  const made: Handover = {
    first: '',
    behind: '',
    hasLeft: false,
    end() {
      over.abort();
      handover = undefined;
    },
  };
  handover = made;
  const key = (event: KeyboardEvent): void => {
    const isLate = performance.now() - begun > patience;
    if (!writes(event) || isComposing(event) || isLate || isElsewhere(document.activeElement)) {
      give(true);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    made.behind += event.key;
    give(false);
  };
  document.addEventListener('keydown', key, options);
  document.addEventListener('pointerdown', made.end, options);
  document.addEventListener('focusin', () => give(false), options);
}

/** Whether what has the focus is neither the preview nor a field. */
const isElsewhere = (focused: Element | null): boolean =>
  focused !== document.body &&
  !(focused instanceof HTMLIFrameElement) &&
  !(focused instanceof HTMLInputElement);

/** Takes a sign that was typed behind the key of a command. */
export function typeFromPreview(sign: string): void {
  if (handover === undefined) return;
  handover.first += sign;
  give(false);
}

/** The focus has left the preview. */
export function previewLeft(): void {
  if (handover === undefined) return;
  handover.hasLeft = true;
  give(false);
}

/** Puts what was typed into the field once it is there; `now`, what is not there yet is not waited for. */
function give(now: boolean): void {
  const field = document.activeElement;
  if (handover === undefined || !(now || (handover.hasLeft && field instanceof HTMLInputElement))) return;
  const { first, behind, end } = handover;
  end();
  const text = first + behind;
  if (field instanceof HTMLInputElement && text !== '') putInField(field, text);
}
