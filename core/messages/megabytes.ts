/** What is beyond a limit never reads as the limit itself: sizes are rounded up, limits down. In bytes. */
export const megabytesOf = (size: number): string => (Math.ceil(size / 100_000) / 10).toFixed(1);
export const megabytesTo = (limit: number): string => (Math.floor(limit / 100_000) / 10).toFixed(1);
