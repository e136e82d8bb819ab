/** uids: AssureNote's are hexadecimal numbers of 31 bits. Made where a line has none, and where ours are something else. */

/** What AssureNote reads and writes back as it stands (Java: `Integer.valueOf(text, 16)`). */
export function isAssureNotes(uid: string): boolean {
  return /^(?:0|[1-9a-f][0-9a-f]{0,7})$/.test(uid) && Number.parseInt(uid, 16) <= 0x7fff_ffff;
}

/** A number that no other node has, made from what tells the node apart: the same text gives the same uids again. */
export function madeUid(from: string, taken: { readonly has: (uid: string) => boolean }): string {
  let number = hash(from);
  while (taken.has(number.toString(16))) number = (number + 1) & 0x7fff_ffff;
  return number.toString(16);
}

/** FNV-1a, 31 bits of it. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
  return (value ^ (value >>> 16)) & 0x7fff_ffff;
}
