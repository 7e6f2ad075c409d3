import type { MarkdownIt } from 'markdown-it';

/** Nothing in it is escaped, and there is no host to spell in ASCII. */
const plain = /^data:image\/[a-z.+-]+;base64,[A-Za-z0-9+/=]*$/;

/** Lets the data of an image be its own address: to look for what is to be escaped takes seconds for ten megabytes. */
export const dataAddresses = (md: MarkdownIt): void => {
  const usual = md.normalizeLink.bind(md);
  md.normalizeLink = (address) => (plain.test(address) ? address : usual(address));
};
