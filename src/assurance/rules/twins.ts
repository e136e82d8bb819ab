/** Which members say the same, found faster than by a map of all texts: a case has tens of thousands of them. */

import type { Member } from "./argument/model.ts";

/** Texts whose hashes lie side by side, beyond which somebody has made them so. */
const longestWalk = 100;

/** Members are to be asked for in their order. */
export class Twins {
  readonly #members: readonly Member[];
  readonly #mask: number;
  /** A member's number and one more; 0 of what is free. */
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  /** In the place of the slots, where too many texts have one hash. */
  #byText: Map<string, Member> | undefined;

  /** `members`: all that may be asked for, by their numbers. */
  constructor(members: readonly Member[]) {
    const size = 2 ** Math.ceil(Math.log2(2 * members.length + 2));
    this.#members = members;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    this.#hashes = new Int32Array(members.length);
  }

  /** The first of those asked for that has the member's text, if it is another one; none of what has no text, or stands for a node elsewhere. */
  firstOf(member: Member): Member | undefined {
    const { text, away } = member.node;
    if (text === "" || away !== undefined) return undefined;
    return this.#byText === undefined ? this.#bySlot(member, text) : this.#byMap(this.#byText, member, text);
  }

  #bySlot(member: Member, text: string): Member | undefined {
    const { number } = member;
    const hash = hashOf(text);
    this.#hashes[number] = hash;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (let steps = 0; steps <= longestWalk; steps += 1) {
      const other = this.#slots[slot]! - 1;
      if (other === -1) {
        this.#slots[slot] = number + 1;
        return undefined;
      }
      const first = this.#members[other]!;
      if (this.#hashes[other] === hash && first.node.text === text) return first;
      slot = (slot + 1) & this.#mask;
    }
    this.#byText = this.#mapped();
    return this.#byMap(this.#byText, member, text);
  }

  #mapped(): Map<string, Member> {
    const found = new Map<string, Member>();
    for (const slot of this.#slots) {
      const member = this.#members[slot - 1];
      if (member !== undefined) found.set(member.node.text, member);
    }
    return found;
  }

  #byMap(known: Map<string, Member>, member: Member, text: string): Member | undefined {
    const first = known.get(text);
    if (first === undefined) known.set(text, member);
    return first;
  }
}

/** FNV-1a over the letters (G. Fowler, L. C. Noll, K.-P. Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
