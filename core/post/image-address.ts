/** What browsers show as an image. */
export const imageEnding = /\.(?:a?png|avif|bmp|gif|ico|jfif|jpe?g|jxl|svg|webp)$/i;

/**
 * The path in an image's address, decoded, with `/` between its parts: `a.png?raw=true` means the file `a.png`. What is
 * decoded does not tell a query from a name with a question mark, so a name that ends like an image is taken whole.
 */
export function imagePath(address: string): string {
  const path = imageEnding.test(address) ? address : address.replace(/[?#].*$/s, '');
  return path.replaceAll('\\', '/');
}
