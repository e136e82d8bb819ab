/** Opens the way to a syslog receiver; each kind of way is loaded for those who use it. */

import type { Channel } from "./channel.ts";
import type { SyslogTarget } from "./target.ts";

/** Opens the way to a target; rejects with a ChannelError, also where the signal gives it up. */
export async function openChannel(target: SyslogTarget, signal: AbortSignal): Promise<Channel> {
  if (target.way === "udp") return (await import("./udp-channel.ts")).openUdp(target, signal);
  if (target.way === "local") {
    const { openLocal } = await import("./local-channel.ts");
    const channel = await openLocal(target.path);
    if (channel !== undefined) return channel;
  }
  return (await import("./stream-channel.ts")).openStream(target, signal);
}
