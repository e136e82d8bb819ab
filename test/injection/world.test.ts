// Worlds: real faults around a real script, which changes nothing of the host.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlace, shortly } from "./campaigns.ts";
import { whyNot } from "./possible-here.ts";

const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));
const place = createPlace();
const { folder } = place;
const why = whyNot();
const patience = { timeout: 180_000 };

beforeAll(() => {
  mkdirSync(join(folder, "data"));
  place.write("data/kept", "as it was\n");
  place.write(
    "backup.dscript",
    `mkdir -p "${folder}/backup"
cp "${folder}/data/kept" "${folder}/backup/kept"
System.writeText("${folder}/data/kept", "changed")
`,
  );
});
afterAll(place.remove);

/** Skips a test where a fault is not possible here, with the reason. */
function needs(skip: (note: string) => void, ...ids: readonly string[]): void {
  for (const id of ids) {
    const reason = why(id);
    if (reason !== undefined) skip(reason);
  }
}

describe("a world", () => {
  it("has faults of files, and leaves the host as it was", patience, async ({ skip }) => {
    needs(skip, "disk-full");
    const faults = [
      `disk-full:${folder}`,
      "disk-full from line 2",
      `read-only:${folder} from line 3`,
      `no-inodes:${folder}/backup from line 2`,
      "missing-command:cp",
      "missing-command:cp from line 2",
      `file:${folder}/data/kept=missing`,
    ];
    const words = faults.flatMap((fault) => ["--fault", fault]);
    const results = await place.results("backup.dscript", ...words, "--unchanged", `${folder}/data`);
    expect(shortly(results)).toEqual({
      calm: "done 0 -",
      [`disk-full:${folder}`]: expect.stringMatching(/^rolled back 71 SystemFault/),
      "disk-full:/ from line 2": expect.stringMatching(/^rolled back 71 SystemFault/),
      [`read-only:${folder} from line 3`]: expect.stringMatching(/^rolled back 71 SystemFault/),
      [`no-inodes:${folder}/backup from line 2`]: expect.stringMatching(/^rolled back 71 SystemFault/),
      "missing-command:cp": "refused 76 -",
      "missing-command:cp from line 2": expect.stringMatching(/^rolled back 71 SystemFault/),
      [`file:${folder}/data/kept=missing`]: expect.stringMatching(/^failed \d+ \w+Fault/),
    });
    expect(existsSync(join(folder, "backup"))).toBe(false);
    expect(readFileSync(join(folder, "data/kept"), "utf8")).toBe("as it was\n");
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);
    expect(readFileSync("/proc/self/mounts", "utf8")).not.toContain(folder);
  });

  it("keeps what atomic blocks write", patience, async ({ skip }) => {
    needs(skip, "disk-full");
    mkdirSync(join(folder, "tree"));
    place.write("atomic.dscript", `atomic ("${folder}/tree") { sh -c 'echo in it > "$0"' "${folder}/tree/made" }\n`);
    const results = await place.results("atomic.dscript", "--fault", "network-loopback");
    expect(shortly(results)).toEqual({ calm: "done 0 -", "network-loopback": "done 0 -" });
    expect(readdirSync(join(folder, "tree"))).toEqual([]);
    expect(existsSync(join(folder, "state/dscript/atomic"))).toBe(false);
  });

  it("has other hosts that behave badly, and none", patience, async ({ skip }) => {
    needs(skip, "refused");
    place.write(
      "ask.dscript",
      `try { print(Http.get("http://api.example.test:8080/").text) } catch (NetworkFault f) { exit 0 } catch (HttpFault f) { exit 0 }\n`,
    );
    const results = await place.results(
      ...["ask.dscript", "--fault", "refused:api.example.test", "--fault", "network-none", "--fault", "dns-down"],
      ...["--fault", "peer:api.example.test:8080=status=503", "--fault", "peer:api.example.test:8080=reset"],
    );
    expect(shortly(results)).toMatchObject({
      "refused:api.example.test": "done 0 ExternalFault",
      "peer:api.example.test:8080=status=503": "done 0 ExternalFault",
      "peer:api.example.test:8080=reset": "done 0 ExternalFault",
      "network-none": "done 0 SystemFault",
      "dns-down": "done 0 SystemFault",
    });
  });

  it("has system calls that fail, and limits", patience, async ({ skip }) => {
    needs(skip, "syscall", "limit");
    const fault = `syscall cp openat EACCES of ${folder}/data/kept`;
    const copied = await place.results("backup.dscript", "--fault", fault);
    expect(copied.runs[1]).toMatchObject({ state: "ran", struck: true, end: "failed" });
    expect(copied.runs[1]?.verdict?.message).toMatch(/Permission denied|EACCES/);
    const calls = ["openat delay 10ms", "openat signal SIGTERM", "fdatasync EIO"];
    const words = calls.flatMap((call) => ["--fault", `syscall cp ${call}`]);
    const [, late, ended, unmet] = (await place.results("backup.dscript", ...words)).runs;
    expect(late).toMatchObject({ struck: true, end: "done" });
    expect(ended).toMatchObject({ struck: true, end: "failed" });
    // cp never makes that call: the fault was there, and nobody met it.
    expect(unmet).toMatchObject({ struck: false, end: "done" });
    const unknown = await place.results("backup.dscript", "--fault", "syscall cp nosuchcall EIO");
    expect(unknown.runs[1]).toMatchObject({ state: "not possible", why: expect.stringContaining("nosuchcall") });
    const limited = await place.results("backup.dscript", "--fault", "limit:fsize=1");
    expect(limited.runs[1]).toMatchObject({ state: "ran", end: "failed" });
  });

  it("has another user, and a wrong clock", patience, async ({ skip }) => {
    needs(skip, "user", "clock");
    // Whoever runs it has to read it.
    chmodSync(folder, 0o755);
    place.write(
      "who.dscript",
      `String user = $(id -u)
String year = $(date +%Y)
if (user == "4711" || year < "2020") { throw UserFault("\${user} in \${year}") }
`,
    );
    const results = await place.results("who.dscript", "--fault", "user:4711", "--fault", "clock:-9000d");
    const messages = results.runs.map((run) => run.verdict?.message ?? "");
    expect(messages[1]).toMatch(/^4711 in /);
    expect(messages[2]).toMatch(/ in 200\d$/);
  });

  it("lets an ordinary user change files of another group, as on the host", patience, ({ skip }) => {
    if (process.getuid?.() !== 0) skip("only root can make files of another group");
    const shared = join(folder, "shared");
    mkdirSync(join(shared, "in"), { recursive: true });
    place.write("shared/in/mine", "a\n");
    place.write("shared/in/theirs", "b\n");
    place.write(
      "shared/group.dscript",
      `mkdir out
( println("more") ) >> in/mine
try { ( println("more") ) >> in/theirs } catch (Fault f) { ( println("kept out") ) > out/refused }
mv in/theirs out/
System.unlink("in/mine")
cat out/refused
`,
    );
    for (const name of ["in/theirs", "group.dscript"]) chmodSync(join(shared, name), 0o644);
    // The folders and one file are the user's, and all are of root's group.
    for (const name of ["", "in", "in/mine"]) chownSync(join(shared, name), 65_534, 0);
    for (const each of [folder, join(folder, "tmp")]) chmodSync(each, 0o777);
    const words = ["--reuid=65534", "--regid=65534", "--clear-groups", dscript];
    const environment = { PATH: process.env["PATH"], HOME: join(folder, "tmp"), TMPDIR: join(folder, "tmp") };
    const asUser = (...more: string[]) =>
      spawnSync("setpriv", [...words, "inject", ...more], { cwd: shared, env: environment, encoding: "utf8" });
    const listed = asUser("list", "--json");
    if (listed.status !== 0 || /"disk-full".*"why"/.test(listed.stdout)) skip("no world for an ordinary user here");
    const ended = asUser("group.dscript", "--fault", "delay command cat by 1ms");
    expect(ended.stdout, ended.stderr).toMatch(/^calm +done +0/m);
    expect(ended.status).toBe(0);
    expect(readdirSync(shared).toSorted()).toEqual(["group.dscript", "in"]);
    expect(readFileSync(join(shared, "in/mine"), "utf8")).toBe("a\n");
  });

  it("goes to its peer through a proxy", patience, async () => {
    const server = createServer((_, response) => response.end("hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    place.write("get.dscript", `param String address\nprint(Http.get("http://\${address}/").text)\n`);
    place.write(
      "get.campaign.yaml",
      `script: get.dscript
arguments: ["--address={proxy.api}"]
proxies: { api: "127.0.0.1:${port}" }
faults: ["proxy:api=refuse", "proxy:api=status=503", "proxy:api=latency=20ms"]
`,
    );
    const results = await place.results("get.campaign.yaml");
    server.close();
    expect(shortly(results)).toEqual({
      calm: "done 0 -",
      "proxy:api=refuse": expect.stringMatching(/^failed \d+ \w+Fault$/),
      "proxy:api=status=503": expect.stringMatching(/^failed \d+ \w+Fault$/),
      "proxy:api=latency=20ms": "done 0 -",
    });
  });
});

describe("a script that would hurt its host", () => {
  const limits = "limits: { memory: 128MiB, processes: 64, disk: 8MiB }\ntimeout: 20s\n";

  it.each([
    ["forks without end", "sh -c 'f() { f | f & f; }; f'", { over: "processes" }],
    ["eats memory", "sh -c 'head -c 4G /dev/zero | tail >/dev/null'", { over: "memory" }],
    ["fills the disk", "sh -c 'cat /dev/zero > /var/tmp/dscript-test-big'", { end: "failed", status: 71 }],
  ])("%s, and is ended", patience, async (what, line, outcome, { skip } = { skip: () => {} } as never) => {
    needs(skip ?? (() => {}), "disk-full");
    if (why("disk-full") !== undefined) return;
    place.write("bad.dscript", `${line}\n`);
    place.write("bad.campaign.yaml", `script: bad.dscript\nfaults: []\n${limits}`);
    const results = await place.results("bad.campaign.yaml");
    expect(results.runs[0], what).toMatchObject(outcome);
    expect(existsSync("/var/tmp/dscript-test-big")).toBe(false);
  });
});
