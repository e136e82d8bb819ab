/**
 * Where the slots of a tree stand from left to right: as near to each other as they can, each in the middle above what is below it.
 * The way of Reingold and Tilford (1981) with slots of any width and height (van der Ploeg, 2014): linear in the number of slots, without recursion.
 */

export interface Extents {
  /** Each behind its parent; -1 of tops. */
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** From a slot's middle to its left and its right edge. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Where a slot ends; one with children ends where they begin. */
  readonly bottom: Float64Array;
}

/** The middle of each slot. Packed to the left and packed to the right, and the mean of both: what is symmetric stays so. */
export function tidy(extents: Extents, gap: number): Float64Array {
  const { left, right, children } = extents;
  const first = Int32Array.from(children, (members) => members[0] ?? -1);
  const last = Int32Array.from(children, (members) => members.at(-1) ?? -1);
  const toLeft = packed({ ...extents, first, last, step: 1 }, gap);
  const toRight = packed({ ...extents, left: right, right: left, first: last, last: first, step: -1 }, gap);
  return toLeft.map((x, at) => (x - toRight[at]!) / 2);
}

interface Packing extends Extents {
  /** The outermost children of each slot; -1 of leaves. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** -1: seen in a mirror. */
  readonly step: 1 | -1;
}

/**
 * Packs to the left. A contour goes from a slot to its outermost child, and from a leaf along a thread to the slot of a sibling's that
 * is seen below it; of two neighbours, each is walked only as far as the lower one of them reaches.
 */
function packed({ parent, children, left, right, bottom, first, last, step }: Packing, gap: number): Float64Array {
  const count = parent.length;
  // From a slot's parent to it.
  const shift = new Float64Array(count);
  const leftThread = new Int32Array(count).fill(-1);
  const rightThread = new Int32Array(count).fill(-1);
  const leftStep = new Float64Array(count);
  const rightStep = new Float64Array(count);
  // The last slots of a subtree's contours, and how far to the right of its top they are.
  const leftEnd = Int32Array.from({ length: count }, (_, at) => at);
  const rightEnd = leftEnd.slice();
  const leftReach = new Float64Array(count);
  const rightReach = new Float64Array(count);

  const join = (members: readonly number[], top: number): void => {
    const count = members.length;
    let placed = members[step === 1 ? 0 : count - 1]!;
    let low = leftEnd[placed]!;
    let lowReach = leftReach[placed]!;
    let far = rightEnd[placed]!;
    let farReach = rightReach[placed]!;
    for (let index = 1; index < count; index += 1) {
      const next = members[step === 1 ? index : count - 1 - index]!;
      // Down the right contour of what is placed, and the left one of what comes.
      let a = placed;
      let ax = shift[placed]!;
      let b = next;
      let bx = 0;
      let needed = Number.NEGATIVE_INFINITY;
      while (a !== -1 && b !== -1) {
        needed = Math.max(needed, ax + right[a]! + gap + left[b]! - bx);
        const endA = bottom[a]!;
        const endB = bottom[b]!;
        if (endA <= endB) {
          const below = last[a]!;
          if (below !== -1) {
            a = below;
            ax += shift[a]!;
          } else {
            ax += rightStep[a]!;
            a = rightThread[a]!;
          }
        }
        if (endB <= endA) {
          const below = first[b]!;
          if (below !== -1) {
            b = below;
            bx += shift[b]!;
          } else {
            bx += leftStep[b]!;
            b = leftThread[b]!;
          }
        }
      }
      shift[next] = needed;
      if (b !== -1) {
        leftThread[low] = b;
        leftStep[low] = needed + bx - lowReach;
        low = leftEnd[next]!;
        lowReach = needed + leftReach[next]!;
      }
      const end = rightEnd[next]!;
      const endReach = needed + rightReach[next]!;
      if (a === -1) {
        far = end;
        farReach = endReach;
      } else {
        rightThread[end] = a;
        rightStep[end] = ax - endReach;
      }
      placed = next;
    }
    const middle = shift[placed]! / 2;
    for (const member of members) shift[member]! -= middle;
    if (top === -1) return;
    leftEnd[top] = low;
    leftReach[top] = lowReach - middle;
    rightEnd[top] = far;
    rightReach[top] = farReach - middle;
  };

  const tops: number[] = [];
  for (let at = 0; at < count; at += 1) if (parent[at] === -1) tops.push(at);
  for (let at = count - 1; at >= 0; at -= 1) if (first[at] !== -1) join(children[at]!, at);
  if (tops.length > 0) join(tops, -1);
  for (let at = 0; at < count; at += 1) if (parent[at] !== -1) shift[at]! += shift[parent[at]!]!;
  return shift;
}
