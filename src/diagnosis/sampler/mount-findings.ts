/** What the samples say of one file system: read-only all at once, short of space, short of inodes. */

import { amount, seconds } from "./figures.ts";
import type { Finding } from "./finding.ts";
import type { MountState, Sample } from "./sample.ts";

/** Space is short below this share, and below so many bytes. */
const lowShare = 0.02;
const lowBytes = 256 << 20;
/** As much space as this may come and go in any run. */
const noise = 1 << 20;

/** What holds for a file system now; `samples` are the last minutes, the oldest first. */
export function mountFindings(state: MountState, samples: readonly Sample[]): readonly Finding[] {
  const { path, free, size } = state;
  const earlier = samples.flatMap(({ at, mounts }) => {
    const before = mounts.find((each) => each.path === path);
    return before === undefined ? [] : [{ at, before }];
  });
  const found: Finding[] = [];
  if (state.readOnly && state.wasWritable) found.push({ fact: "turned-read-only", values: { mount: path } });
  if (state.freeInodes === 0) found.push({ fact: "inodes-gone", values: { mount: path } });
  const isLow = free !== undefined && size !== undefined && free < size * lowShare && free < lowBytes;
  if (isLow) {
    found.push({ fact: "space-low", values: { mount: path, left: amount(free) } });
    const last = samples.at(-1)?.at ?? 0;
    const most = earlier.reduce(
      (best, each) => ((each.before.free ?? 0) > (best?.before.free ?? 0) ? each : best),
      earlier[0],
    );
    const lost = (most?.before.free ?? 0) - free;
    if (most !== undefined && lost > noise)
      found.push({ fact: "space-shrinks", values: { lost: amount(lost), during: seconds(last - most.at) } });
  }
  return found;
}
