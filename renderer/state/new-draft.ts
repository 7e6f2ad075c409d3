/** Names the journal of a post that has no file yet: 24 hex digits. */
export function newDraft(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
