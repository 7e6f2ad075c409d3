/** How addresses and ids of raw HTML go on. Each answers the attribute's new value, or undefined to leave it out. */
export interface SanitizeRules {
  readonly link: (href: string) => string | undefined;
  readonly image: (src: string) => string | undefined;
  readonly id: (id: string) => string | undefined;
  /** The id that a drawing means when it names another of its elements; as `id` would have it. */
  readonly reference: (id: string) => string;
}
