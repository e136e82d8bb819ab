/** Faults of the network in a world: no network, loopback alone, peers that behave badly, no name servers. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespaces } from "../../runtime/index.ts";
import { serveProxy } from "../proxy/serve.ts";
import { must, type Root } from "./root.ts";
import { within } from "./within.ts";
import type { World } from "./world.ts";

const bind = 4096;

/** Leaves the host's network; the value comes back to it. Peers listen from then on. */
export async function changeNetwork(calls: Namespaces, root: Root, world: World): Promise<() => void> {
  const { network, peers, namesDown } = world;
  if (peers.length > 0) {
    const lines = peers.map(({ address, host }) => `${address} ${host}\n`).join("");
    replaceFile(calls, root, "/etc/hosts", lines + textOf(within(root.path, "/etc/hosts")));
  }
  if (namesDown || network !== "host") {
    // Nobody listens on this address of loopback; nothing leaves the host.
    replaceFile(calls, root, "/etc/resolv.conf", "nameserver 127.66.53.53\noptions timeout:1 attempts:1\n");
    const names = textOf(within(root.path, "/etc/nsswitch.conf"));
    replaceFile(calls, root, "/etc/nsswitch.conf", `${names.replace(/^hosts:.*$/m, "")}\nhosts: files dns\n`);
  }
  if (network === "host") return () => undefined;
  const made = calls.newNetwork();
  if (typeof made === "string") must(made, "no network of its own");
  if (network === "loopback") must(calls.loopback(peers.map(({ address }) => address)), "no loopback device");
  for (const { address, port, behaviour } of peers)
    if (behaviour !== null) await serveProxy({ host: address, port, to: null, behaviour });
  return () => {
    if (typeof made !== "string") made.back();
  };
}

/** Another file in a file's place, whoever owns it. */
function replaceFile(calls: Namespaces, root: Root, path: string, text: string): void {
  const ours = join(root.spare(), "file");
  writeFileSync(ours, text, { mode: 0o644 });
  const place = within(root.path, path);
  const errno = calls.mount(ours, place, "", bind, "");
  if (errno === "ENOENT") writeFileSync(place, text);
  else must(errno, `${path} stays as it is`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
