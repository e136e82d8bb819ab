/** Whether two values say the same: the order of an object's keys, and keys without a value, do not count. */

export function isSame(left: unknown, right: unknown): boolean {
  const work: unknown[] = [left, right];
  while (work.length > 0) {
    const one = work.pop();
    const other = work.pop();
    if (one === other) continue;
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const mine = keysOf(one);
    if (mine.length !== keysOf(other).length) return false;
    for (const key of mine) {
      if (!Object.hasOwn(other, key)) return false;
      work.push(one[key as keyof typeof one], other[key as keyof typeof other]);
    }
  }
  return true;
}

function keysOf(value: object): readonly string[] {
  return Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined);
}
