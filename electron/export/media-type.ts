/** The media type of an image by its name, as servers tell it. */
export function mediaType(path: string): string {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const names: Readonly<Record<string, string>> = { svg: 'svg+xml', ico: 'x-icon', apng: 'apng' };
  return `image/${names[ending] ?? (/^(?:jpg|jpe|jfif)$/.test(ending) ? 'jpeg' : ending)}`;
}
