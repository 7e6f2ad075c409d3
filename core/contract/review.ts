/** What a post refers to, to be looked for on the disk while it is written. */
export interface FilesAsked {
  /** Decoded paths of links, as the post writes them. */
  readonly links: readonly string[];
  /** For each image the paths below the library's root at which it may lie. */
  readonly images: readonly (readonly string[])[];
}

export type ImageFound = 'there' | 'image-missing' | 'image-outside' | 'image-unreadable';

/** Aligned with what was asked. */
export interface FilesFound {
  readonly links: readonly boolean[];
  readonly images: readonly ImageFound[];
}
