// The network that the cases share: this machine's side with its own services, the other machine, and the wire between them.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { folderOfRun, prepareLayer, removeFolder, searchPath, startMachine } from "./machine.ts";
import { gateway, here, hosts, served } from "./names.ts";

export interface Station {
  /** What every machine has over this one's files. */
  readonly layer: string;
  /** Where the folders of the cases are. */
  readonly work: string;
  /** A process whose network the cases join. */
  readonly here: number;
  /** Ends all of it. */
  close(): void;
}

/** Builds it; takes some seconds. */
export async function openStation(): Promise<Station> {
  const layer = prepareLayer(["ja_JP.UTF-8", "de_DE.UTF-8"]);
  const work = folderOfRun(tmpdir());
  chmodSync(work, 0o755);
  const folder = join(work, "there");
  const tsx = fileURLToPath(new URL("../../../node_modules/tsx/dist/loader.mjs", import.meta.url));
  const own = spawn(
    "setpriv",
    [
      ...["--pdeathsig", "KILL", "unshare", "--net", process.execPath, "--import", tsx],
      ...[fileURLToPath(new URL("own.ts", import.meta.url)), join(layer, "etc/weather/certificates")],
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { PATH: searchPath(), HOME: "/root" } },
  );
  const node = searchPath().includes("/opt/node") ? "/opt/node/bin/node" : process.execPath;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "inside.sh"),
    `export HOME=/root PATH=${searchPath()}\ncd /opt/dscript && exec ${node} --import tsx bench/faults/weather/there.ts\n`,
  );
  const there = startMachine({ folder, layer, name: "files", network: "none", stdio: ["ignore", "pipe", "inherit"] });
  const close = (): void => {
    own.kill("SIGKILL");
    there.kill("SIGKILL");
    removeFolder(work);
    removeFolder(layer);
    process.off("exit", close);
  };
  process.on("exit", close);
  try {
    await Promise.all([inOwnNetwork(own), inOwnNetwork(there)]);
    connect(own.pid ?? 0, there.pid ?? 0);
    await Promise.all([ready(own), ready(there)]);
  } catch (error) {
    close();
    throw error;
  }
  return { layer, work, here: own.pid ?? 0, close };
}

function connect(ours: number, theirs: number): void {
  const within = (pid: number, text: string): void => {
    execFileSync("nsenter", [`--net=/proc/${pid}/ns/net`, "sh", "-ec", text], { stdio: "pipe" });
  };
  within(ours, `ip link set lo up; ip link add eth0 type veth peer name eth0 netns ${theirs}`);
  within(
    theirs,
    `ip link set lo up; ip addr add ${gateway}/24 dev eth0; ip link set eth0 up
${served
  .filter(({ address }) => address !== gateway)
  .map(({ address }) => `ip addr add ${address}/24 dev eth0`)
  .join("\n")}
sysctl -qw net.ipv4.ip_forward=1 2>/dev/null || echo 1 >/proc/sys/net/ipv4/ip_forward
${hosts
  .filter(({ behaves }) => behaves === "swallowed")
  .map(({ address }) => `ip route add blackhole ${address}/32`)
  .join("\n")}
ip route add unreachable 203.0.113.0/25; ip route add prohibit 203.0.113.128/25`,
  );
  const swallowed = hosts.filter(({ behaves }) => behaves === "swallowed");
  within(
    ours,
    `ip addr add ${here}/24 dev eth0; ip link set eth0 up; ip route add default via ${gateway}
echo 1 >/proc/sys/net/ipv4/neigh/eth0/mcast_solicit; echo 200 >/proc/sys/net/ipv4/neigh/eth0/retrans_time_ms
echo "0 2147483647" >/proc/sys/net/ipv4/ping_group_range
${swallowed.map(({ address }) => `ip route add ${address}/32 via ${gateway}`).join("\n")}`,
  );
}

/** Waits until a process has left this process' network. */
async function inOwnNetwork({ pid = 0 }: ChildProcess): Promise<void> {
  const ours = readlinkSync("/proc/self/ns/net");
  for (let attempt = 0; attempt < 500; attempt++) {
    try {
      if (readlinkSync(`/proc/${pid}/ns/net`) !== ours) return;
    } catch {
      throw new Error("a machine of the network ended at its start");
    }
    await wait(10);
  }
  throw new Error("a machine of the network did not start");
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("the network's servers were not ready within two minutes")),
      120_000,
    );
    child.stdout?.on("data", (data: Buffer) => {
      if (!data.toString().includes("ready")) return;
      clearTimeout(timer);
      resolve();
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`a machine of the network ended with ${code}`));
    });
  });
}
