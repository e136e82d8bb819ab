/** How deep an argument is, and whether it ends: found once for the rules that ask. */

import { type Argument, type Depths, leadsDown, type Member } from "./model.ts";

/** Node by node, each behind all that leads down to it (Kahn, 1962): those in circles are never ready. */
export function depthsOf({ members, above }: Pick<Argument, "members" | "above">): Depths {
  const left = above.slice();
  const depth = new Int32Array(members.length).fill(1);
  const ready = members.filter(({ number }) => left[number] === 0);
  let done = 0;
  let deepest: Member | undefined;
  for (let member = ready.pop(); member !== undefined; member = ready.pop()) {
    done += 1;
    const own = depth[member.number]!;
    if (deepest === undefined || own > depth[deepest.number]!) deepest = member;
    for (let at = 0; at < member.out.length; at += 1) {
      const link = member.out[at]!;
      const { to } = link;
      if (to === undefined || !leadsDown(link)) continue;
      depth[to.number] = Math.max(depth[to.number]!, own + 1);
      left[to.number]! -= 1;
      if (left[to.number] === 0) ready.push(to);
    }
  }
  return {
    depth: deepest === undefined ? 0 : depth[deepest.number]!,
    deepest,
    hasCircles: done < members.length,
  };
}
