/** The same reader, which asks for each key once; a failure is remembered as well. */
export function memoize<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const found = new Map<K, Promise<T>>()
  return (key) => {
    const promise = found.get(key) ?? read(key)
    found.set(key, promise)
    return promise
  }
}
