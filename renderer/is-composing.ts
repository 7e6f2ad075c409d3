/**
 * Whether a key belongs to an IME that is composing: no key does anything of ours then, in any field.
 * Some input methods send the key that begins or ends a conversion outside of the composition, but as code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
