/** What the host's policy says of JavaScript that scripts bring, to every command but `run`, which asks its gate. */

import { join } from "node:path";
import { guardPackages, isPolicyThere } from "../../engine/index.ts";
import { packageFolder } from "../package-folder.ts";
import { version } from "../version.ts";

/** The policy is read once there is JavaScript to load. */
export function guardByHost(): void {
  if (!isPolicyThere()) return;
  guardPackages(async (path, bytes) => {
    const { hostLoadGuard } = await import("../../gate/index.ts");
    const ask = hostLoadGuard({
      environment: process.env,
      engine: version(),
      shipped: join(packageFolder(), "packages"),
    });
    guardPackages(ask);
    return ask(path, bytes);
  });
}
