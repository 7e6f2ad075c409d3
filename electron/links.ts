/** The kinds of address that may leave Fude for the desktop. */
const protocols = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as it may be handed to the desktop, or undefined. Refused are other protocols, mail with attachments or
 * injected headers, and hosts that a desktop program could take for an option.
 */
export function safeLink(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !protocols.has(url.protocol)) return undefined;
  if (/%0[ad]|[\r\n\0]/iu.test(address) || /^-|%2d/iu.test(url.host)) return undefined;
  if (url.protocol === 'mailto:' && [...url.searchParams.keys()].some((key) => /^attach/iu.test(key)))
    return undefined;
  return url.href;
}
