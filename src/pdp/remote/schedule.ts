/** What `run` makes of each of these, in their order, so many at once. */
export async function mapAtMost<T, R>(
  limit: number,
  items: readonly T[],
  run: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length)
  const entries = items.entries()
  const work = async () => {
    // One iterator for all of them: each takes the next that nobody has taken.
    for (const [i, item] of entries) results[i] = await run(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
