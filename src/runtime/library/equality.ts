/** When two values are equal: numbers and texts by value, arrays and maps by their parts, everything else by identity. */

export function areEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => areEqual(item, b[index]));
  }
  if (a instanceof Map) {
    return (
      b instanceof Map && a.size === b.size && [...a].every(([key, item]) => b.has(key) && areEqual(item, b.get(key)))
    );
  }
  return false;
}

/** Whether values of this sort are equal exactly where JavaScript's `===` says so. */
export function isPlain(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof Map);
}
