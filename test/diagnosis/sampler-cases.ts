/** Failures on hosts that the sampler has found short of something, and commands that were seen to wait. */
import type { FaultClass, Symptom, Waiting } from "../../src/records/index.ts";
import type { FakeWorld } from "./fake-host.ts";
import type { Found } from "./fake-sampler.ts";
import { asked, call, command } from "./symptoms.ts";

export interface SampledCase {
  readonly title: string;
  readonly symptom: Symptom;
  readonly world: FakeWorld & { readonly found?: Found };
  readonly first: FaultClass;
  /** The rule that must speak. */
  readonly rule: string;
}

const [S, D, X] = ["SystemFault", "SoftwareFault", "ExternalFault"] as const;

const late = (line: string, waiting?: Waiting): Symptom =>
  command(line, { kind: "TimeoutFault", status: 124, elapsed: 5000, ...(waiting === undefined ? {} : { waiting }) });

const full = (path = "/srv/a"): Symptom =>
  command(`cp a ${path}`, { stderr: `cp: error writing '${path}': No space left on device` });

// biome-ignore format: one case a line reads as the table that it is
export const sampledCases: readonly SampledCase[] = [
  { title: "killed when memory ran out", symptom: command("make all", { signal: "SIGKILL" }), world: { found: { host: [{ fact: "oom-killed", values: { kills: "1" } }] } }, first: S, rule: "sampler.oom-kill" },
  { title: "its child killed when memory ran out", symptom: command("sh build.sh", { status: 137 }), world: { found: { host: [{ fact: "oom-killed", values: { kills: "2" } }] } }, first: S, rule: "sampler.oom-kill-within" },
  { title: "a service that answers no more after memory ran out", symptom: command("psql -h localhost", { stderr: "psql: error: connection to server at localhost failed: Connection refused" }), world: { found: { host: [{ fact: "oom-killed", values: { kills: "1" } }] } }, first: S, rule: "sampler.oom-kill-near" },
  { title: "slow for want of memory", symptom: late("sort argv=big.txt"), world: { found: { host: [{ fact: "memory-pressure", values: { memoryStall: "41 %" } }] } }, first: S, rule: "sampler.memory" },
  { title: "killed under memory pressure", symptom: command("sort argv=big.txt", { signal: "SIGKILL" }), world: { found: { host: [{ fact: "memory-pressure", values: { memoryStall: "41 %" } }] } }, first: S, rule: "sampler.memory-killed" },
  { title: "no memory in a container", symptom: command("sort argv=big.txt", { stderr: "sort: memory exhausted" }), world: { found: { host: [{ fact: "memory-limit", values: { groupMemory: "510 MB of 512 MB" } }] } }, first: S, rule: "sampler.memory-limit" },
  { title: "slow because the host swaps", symptom: late("sort argv=big.txt"), world: { found: { host: [{ fact: "swap-storm", values: { pages: "12000" } }] } }, first: S, rule: "sampler.swap" },
  { title: "no inodes", symptom: full(), world: { found: { place: [{ fact: "inodes-gone", values: { mount: "/srv" } }] } }, first: S, rule: "sampler.inodes" },
  { title: "little space", symptom: full(), world: { found: { place: [{ fact: "space-low", values: { mount: "/srv", left: "512 bytes" } }] } }, first: S, rule: "sampler.space" },
  { title: "space that went away", symptom: full(), world: { found: { place: [{ fact: "space-low", values: { mount: "/srv", left: "1.2 MB" } }, { fact: "space-shrinks", values: { lost: "3.2 GB", during: "4 min" } }] } }, first: S, rule: "sampler.shrinks" },
  { title: "a mount that became read-only", symptom: command("touch argv=/srv/x", { stderr: "touch: cannot touch '/srv/x': Read-only file system" }), world: { found: { place: [{ fact: "turned-read-only", values: { mount: "/srv" } }] } }, first: S, rule: "sampler.read-only" },
  { title: "no descriptors on the host", symptom: call("System.fopen", "ENFILE", ["filename", "argv=/srv/x"], ["mode", "r"]), world: { found: { host: [{ fact: "descriptors-gone", values: { descriptors: "1000 of 1000" } }] } }, first: S, rule: "sampler.descriptors" },
  { title: "no processes on the host", symptom: command("sh build.sh", { stderr: "sh: 1: Cannot fork: Resource temporarily unavailable" }), world: { found: { host: [{ fact: "processes-gone", values: { processes: "4096 of 4096" } }] } }, first: S, rule: "sampler.processes" },
  { title: "an expired certificate after a step of the clock", symptom: asked("https://web.example.org/x", { trouble: "tls-expired" }), world: { found: { host: [{ fact: "clock-stepped", values: { step: "400 min forward" } }] } }, first: S, rule: "sampler.clock-tls" },
  { title: "asleep on a busy host", symptom: late("sh argv=x.sh", { on: "timer" }), world: { found: { host: [{ fact: "cpu-saturated", values: { busy: "100 %" } }, { fact: "io-saturated", values: { ioStall: "90 %" } }] } }, first: D, rule: "timeout.slept" },
  { title: "a time limit across a step of the clock", symptom: late("make all"), world: { found: { host: [{ fact: "clock-stepped", values: { step: "12 s back" } }] } }, first: S, rule: "sampler.clock" },
  { title: "a host that slept", symptom: late("rsync -a a b"), world: { found: { host: [{ fact: "was-asleep", values: { asleep: "12 min" } }] } }, first: S, rule: "sampler.asleep" },
  { title: "a host without a processor to spare", symptom: late("make all"), world: { found: { host: [{ fact: "starved", values: { pause: "8.0 s" } }] } }, first: S, rule: "sampler.starved" },
  { title: "busy processors", symptom: late("make all"), world: { found: { host: [{ fact: "cpu-saturated", values: { busy: "99 %", cpuStall: "80 %" } }] } }, first: S, rule: "sampler.cpu" },
  { title: "busy disks", symptom: late("tar -cf argv=a.tar src"), world: { found: { host: [{ fact: "io-saturated", values: { ioStall: "64 %" } }] } }, first: S, rule: "sampler.io" },
  { title: "an interface that loses packets", symptom: command("ping -c1 db.example.org", { stderr: "ping: connect: No route to host" }), world: { found: { host: [{ fact: "net-errors", values: { interface: "eth0", troubles: "512" } }] } }, first: S, rule: "sampler.network" },

  { title: "waits for another machine", symptom: late("backup-client", { on: "peer", subject: "10.0.0.7:443" }), world: {}, first: X, rule: "timeout.waits-peer" },
  { title: "waits for a machine by IPv6", symptom: late("backup-client", { on: "peer", subject: "[2001:db8::7]:443" }), world: {}, first: X, rule: "timeout.waits-peer" },
  { title: "waits for a service of this host", symptom: late("backup-client", { on: "peer", subject: "127.0.0.1:5432" }), world: {}, first: S, rule: "timeout.waits-service" },
  { title: "waits for a socket of this host", symptom: late("backup-client", { on: "peer" }), world: {}, first: S, rule: "timeout.waits-service" },
  { title: "waits for a lock", symptom: late("apt-get update", { on: "lock", subject: "/var/lib/dpkg/lock", holder: "apt-get (812)" }), world: {}, first: S, rule: "timeout.waits-lock" },
  { title: "waits for a disk", symptom: late("sync", { on: "disk" }), world: {}, first: S, rule: "timeout.waits-disk" },
  { title: "waits for a file server", symptom: late("ls argv=/home/u", { on: "disk", subject: "/net/home/u" }), world: { files: [{ path: "/net/home/u", remote: true }] }, first: X, rule: "timeout.waits-file-server" },
  { title: "computes without an end", symptom: late("python3 work.py", { on: "processor", share: 0.98 }), world: {}, first: D, rule: "timeout.computes" },
  { title: "gets no processor", symptom: late("python3 work.py", { on: "processor", share: 0.04 }), world: {}, first: S, rule: "timeout.wants-processor" },
  { title: "waits for input", symptom: late("passwd argv=ann", { on: "input", subject: "/dev/pts/0" }), world: {}, first: D, rule: "timeout.waits-input" },
  { title: "waits for a pipe that a service of this host writes to", symptom: late("cat /run/agent/events", { on: "input", subject: "/run/agent/events" }), world: {}, first: S, rule: "timeout.waits-service" },
  { title: "waits for a reader", symptom: late("yes", { on: "reader" }), world: {}, first: D, rule: "timeout.waits-reader" },
  { title: "sleeps", symptom: late("sh poll.sh", { on: "timer" }), world: {}, first: D, rule: "timeout.slept" },
  { title: "was stopped", symptom: late("sh poll.sh", { on: "stopped" }), world: {}, first: S, rule: "timeout.stopped" },
];
