const ignored = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp} ]/gu;

/** The scheme of an address as a browser would read it, lower case and without the colon; undefined for a relative one. */
const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(ignored, ''))?.[1]?.toLowerCase();

const imageData = /^\s*data:image\/(?:avif|bmp|gif|jpeg|png|webp)[;,]/i;

/** An address that starts with two slashes of either kind names another machine; from a file it would even be a network share. */
const hostFirst = /^[\s\p{Cc}]*[\\/]\s*[\\/]+/u;

/** True for what lies in the post's own folder or site: no scheme, no host. */
export const isLocal = (address: string): boolean =>
  schemeOf(address) === undefined && !hostFirst.test(address);

/** The address as it may stand in a link, or undefined: http, https, mailto and relative ones. */
export const linkAddress = (address: string): string | undefined => {
  const scheme = schemeOf(address);
  if (scheme === undefined) return address.replace(hostFirst, 'https://');
  return scheme === 'http' || scheme === 'https' || scheme === 'mailto' ? address : undefined;
};

/** The address as it may stand in an image, or undefined: http, https, relative ones and data of raster images. */
export const imageSource = (address: string): string | undefined => {
  const scheme = schemeOf(address);
  if (scheme === undefined) return address.replace(hostFirst, 'https://');
  if (scheme === 'data') return imageData.test(address) ? address : undefined;
  return scheme === 'http' || scheme === 'https' ? address : undefined;
};

/** `%20` and the like as the characters they mean; bytes that are no UTF-8 stay as written. */
export const decodeAddress = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    });
  }
};
