/** A host's address, asked for without ever keeping the run's end waiting. */

import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { ChannelError } from "./channel.ts";
import { exitNow } from "./native.ts";

let pending = 0;
let watching = false;

/** The first address of a host, as the system resolves it. Rejects with a ChannelError; at once where the signal gives it up. */
export async function addressOf(host: string, signal: AbortSignal): Promise<{ address: string; family: number }> {
  const family = isIP(host);
  if (family !== 0) return { address: host, family };
  if (!watching) process.once("exit", leave);
  watching = true;
  pending += 1;
  const asked = lookup(host).finally(() => {
    pending -= 1;
  });
  const givenUp = new Promise<never>((_, reject) => {
    const give = () => reject(new ChannelError("ETIMEDOUT", "its name was not resolved in time"));
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
  try {
    return await Promise.race([asked, givenUp]);
  } catch (error) {
    // The lookup itself cannot be stopped; its late failure concerns nobody.
    asked.catch(() => undefined);
    if (error instanceof ChannelError) throw error;
    throw new ChannelError("ENOTFOUND", `the host ${host} is not known (see its name, and this host's DNS)`);
  }
}

/** A lookup under way would be waited for by Node's own end, for as long as the name servers keep silent. */
function leave(code: number): void {
  if (pending > 0) exitNow(code);
}
