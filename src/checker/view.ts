/** A map seen through a function: what is known of a million nodes is kept once, and read as several tables. */

export function view<K, V, W>(map: ReadonlyMap<K, V>, read: (value: V) => W): ReadonlyMap<K, W> {
  function* entries(): MapIterator<[K, W]> {
    for (const [key, value] of map) yield [key, read(value)];
  }
  function* values(): MapIterator<W> {
    for (const value of map.values()) yield read(value);
  }
  const self: ReadonlyMap<K, W> = {
    get size() {
      return map.size;
    },
    get(key) {
      const value = map.get(key);
      return value === undefined ? undefined : read(value);
    },
    has: (key) => map.has(key),
    keys: () => map.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (run) => {
      for (const [key, value] of entries()) run(value, key, self);
    },
  };
  return self;
}
