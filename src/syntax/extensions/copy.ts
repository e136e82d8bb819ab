/** A copy of a tree, with the same places: every node of a program is there once. */

/** `spend` is called for each node. */
export function copyTree<T>(value: T, spend: () => void = () => undefined): T {
  const copies = new Map<object, unknown>();
  const copy = (each: unknown): unknown => {
    if (typeof each !== "object" || each === null) return each;
    const known = copies.get(each);
    if (known !== undefined) return known;
    if (Array.isArray(each)) return each.map(copy);
    if (each instanceof Map) return new Map([...each].map(([key, inner]) => [key, copy(inner)]));
    spend();
    const made: Record<string, unknown> = {};
    copies.set(each, made);
    // A syntax is no part of the tree.
    for (const [key, inner] of Object.entries(each)) made[key] = key === "syntax" ? inner : copy(inner);
    return made;
  };
  // A copy has the shape of what it was made of.
  return copy(value) as T;
}
