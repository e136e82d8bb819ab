/** Which members say the same, found faster than by a map of all texts: a case has tens of thousands of them. */

import type { Member } from "./argument/model.ts";

/** Texts whose hashes lie side by side, beyond which somebody has made them so. */
const longestWalk = 100;

/** Tells each member that has the text of one ahead of it, with the first one; those without a text, and those of other modules, do not count. */
export function eachTwin(members: readonly Member[], tell: (first: Member, twin: Member) => void): void {
  const firsts = firstsOf(members);
  if (firsts === undefined) return eachByMap(members, tell);
  for (const [at, first] of firsts) tell(members[first]!, members[at]!);
}

/** Pairs of numbers; undefined where too many texts have one hash. */
function firstsOf(members: readonly Member[]): readonly (readonly [at: number, first: number])[] | undefined {
  const size = 2 ** Math.ceil(Math.log2(2 * members.length + 2));
  const mask = size - 1;
  // A member's number and one more; 0 of what is free.
  const slots = new Int32Array(size);
  const hashes = new Int32Array(members.length);
  const twins: (readonly [number, number])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const { text, away } = members[at]!.node;
    if (text === "" || away !== undefined) continue;
    const hash = hashOf(text);
    hashes[at] = hash;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let steps = 0; ; steps += 1) {
      const other = slots[slot]! - 1;
      if (other === -1) {
        slots[slot] = at + 1;
        break;
      }
      if (hashes[other] === hash && members[other]!.node.text === text) {
        twins.push([at, other]);
        break;
      }
      if (steps === longestWalk) return undefined;
      slot = (slot + 1) & mask;
    }
  }
  return twins;
}

/** FNV-1a over the letters (G. Fowler, L. C. Noll, K.-P. Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function eachByMap(members: readonly Member[], tell: (first: Member, twin: Member) => void): void {
  const seen = new Map<string, Member>();
  for (const member of members) {
    const { text, away } = member.node;
    if (text === "" || away !== undefined) continue;
    const first = seen.get(text);
    if (first === undefined) seen.set(text, member);
    else tell(first, member);
  }
}
