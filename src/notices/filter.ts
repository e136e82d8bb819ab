/** Which channels a fault is for: by the class that is ranked first, by kind, by the script's name. */

import type { Notice } from "./notice.ts";
import type { Channel, ChannelFilter } from "./settings.ts";

/** The channels whose filter lets the notice through. */
export function channelsFor(channels: readonly Channel[], notice: Notice): readonly Channel[] {
  return channels.filter((channel) => lets(channel.when, notice));
}

function lets({ classes, kinds, scripts }: ChannelFilter, notice: Notice): boolean {
  const best = notice.classes[0]?.class;
  if (classes !== undefined && (best === undefined || !classes.includes(best))) return false;
  if (kinds !== undefined && !kinds.includes(notice.kind)) return false;
  return scripts === undefined || scripts.some((pattern) => fits(pattern, notice.script));
}

function fits(pattern: string, script: string): boolean {
  const subject = pattern.includes("/") ? script : script.slice(script.lastIndexOf("/") + 1);
  return matches(pattern, subject);
}

/** `*` is any text, `?` any character; walks without backtracking further than the last `*`. */
function matches(pattern: string, text: string): boolean {
  let [at, star, mark] = [0, -1, 0];
  for (let position = 0; position < text.length; ) {
    if (pattern[at] === "*") {
      star = at++;
      mark = position;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[position])) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      at = star + 1;
      position = ++mark;
    } else return false;
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
