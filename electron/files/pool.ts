/** Maps every item with at most `limit` calls under way; results in the order of the items. The first error stops it. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const work = async (): Promise<void> => {
    // The workers share one iterator, so each item is taken once.
    for (const [index, item] of rest) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

/**
 * The same for work that leaves traces: after an error nothing new is begun, and the error is thrown once what is under
 * way has come to its end, so that the caller can clear up behind it.
 */
export async function mapSettled<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  let first: { readonly error: unknown } | undefined;
  const results: R[] = [];
  await mapLimited([...items.entries()], limit, async ([index, item]) => {
    if (first !== undefined) return;
    try {
      results[index] = await map(item, index);
    } catch (error) {
      first ??= { error };
    }
  });
  if (first !== undefined) throw first.error;
  return results;
}
