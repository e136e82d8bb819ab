/**
 * Where the slots of a tree stand from left to right: as near to each other as they can, each in the middle above what is below it.
 * The way of Reingold and Tilford (1981) with slots of any width and height (van der Ploeg, 2014): linear in the number of slots, without recursion.
 */

export interface Extents {
  /** Each behind its parent; -1 of tops. */
  readonly parent: Int32Array;
  /** The outermost children of each slot, and its neighbours among those of its parent, or among the tops; -1 where there is none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** From a slot's middle to its left and its right edge. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Where a slot ends; one with children ends where they begin. */
  readonly bottom: Float64Array;
}

/** The middle of each slot. Packed to the left and packed to the right, and the mean of both: what is symmetric stays so. */
export function tidy(extents: Extents, gap: number): Float64Array {
  const { left, right, first, last, next, previous } = extents;
  const scratch = scratchFor(extents.parent.length);
  const middles = packed(extents, gap, scratch);
  // Seen in a mirror.
  const toRight = packed(
    { ...extents, left: right, right: left, first: last, last: first, next: previous, previous: next },
    gap,
    scratch,
  );
  for (let at = 0; at < middles.length; at += 1) middles[at] = (middles[at]! - toRight[at]!) / 2;
  return middles;
}

/** By the slot; filled anew for each packing, since memory that nobody has touched yet is slow. */
interface Scratch {
  /** -1 where there is none. */
  readonly leftThread: Int32Array;
  readonly rightThread: Int32Array;
  readonly leftStep: Float64Array;
  readonly rightStep: Float64Array;
  /** The last slots of a subtree's contours, and how far to the right of its top they are. */
  readonly leftEnd: Int32Array;
  readonly rightEnd: Int32Array;
  readonly leftReach: Float64Array;
  readonly rightReach: Float64Array;
}

function scratchFor(count: number): Scratch {
  return {
    leftThread: new Int32Array(count),
    rightThread: new Int32Array(count),
    leftStep: new Float64Array(count),
    rightStep: new Float64Array(count),
    leftEnd: new Int32Array(count),
    rightEnd: new Int32Array(count),
    leftReach: new Float64Array(count),
    rightReach: new Float64Array(count),
  };
}

/**
 * Packs to the left. A contour goes from a slot to its outermost child, and from a leaf along a thread to the slot of a sibling's that
 * is seen below it; of two neighbours, each is walked only as far as the lower one of them reaches.
 */
function packed(extents: Extents, gap: number, scratch: Scratch): Float64Array {
  const { parent, left, right, bottom, first, last, next, previous } = extents;
  const { leftThread, rightThread, leftStep, rightStep, leftEnd, rightEnd, leftReach, rightReach } = scratch;
  const count = parent.length;
  // From a slot's parent to it.
  const shift = new Float64Array(count);
  // The steps are only read where there is a thread.
  leftThread.fill(-1);
  rightThread.fill(-1);
  leftReach.fill(0);
  rightReach.fill(0);
  for (let at = 0; at < count; at += 1) {
    leftEnd[at] = at;
    rightEnd[at] = at;
  }

  /** From the outermost child of a slot on; -1 as the slot above tops. */
  const join = (eldest: number, top: number): void => {
    let placed = eldest;
    let low = leftEnd[placed]!;
    let lowReach = leftReach[placed]!;
    let far = rightEnd[placed]!;
    let farReach = rightReach[placed]!;
    for (let one = next[eldest]!; one !== -1; one = next[one]!) {
      // Down the right contour of what is placed, and the left one of what comes.
      let a = placed;
      let ax = shift[placed]!;
      let b = one;
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
      shift[one] = needed;
      if (b !== -1) {
        leftThread[low] = b;
        leftStep[low] = needed + bx - lowReach;
        low = leftEnd[one]!;
        lowReach = needed + leftReach[one]!;
      }
      const end = rightEnd[one]!;
      const endReach = needed + rightReach[one]!;
      if (a === -1) {
        far = end;
        farReach = endReach;
      } else {
        rightThread[end] = a;
        rightStep[end] = ax - endReach;
      }
      placed = one;
    }
    const middle = shift[placed]! / 2;
    for (let member = eldest; member !== -1; member = next[member]!) shift[member]! -= middle;
    if (top === -1) return;
    leftEnd[top] = low;
    leftReach[top] = lowReach - middle;
    rightEnd[top] = far;
    rightReach[top] = farReach - middle;
  };

  for (let at = count - 1; at >= 0; at -= 1) if (first[at] !== -1) join(first[at]!, at);
  for (let at = 0; at < count; at += 1) if (parent[at] === -1 && previous[at] === -1) join(at, -1);
  for (let at = 0; at < count; at += 1) if (parent[at] !== -1) shift[at]! += shift[parent[at]!]!;
  return shift;
}
