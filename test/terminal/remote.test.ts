// Scripts that are started from elsewhere: through ssh, with a terminal and without, and by cron itself.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectedCodes, tryAll } from "./bad-input.ts";
import { type SshServer, startServer } from "./ssh-server.ts";
import { has, marked, root, until } from "./terminal.ts";

const time = { timeout: 480_000 };
const node = process.execPath.replace(/\/[^/]*$/, "");
let folder = "";
let mark = "";
let made = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-remote-"));
  mark = `${process.pid}r${++made}`;
});

afterEach(() => {
  for (const pid of marked(mark)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const started = (): string =>
  `cd ${folder} && env DSCRIPT_TEST_MARK=${mark} XDG_STATE_HOME=${folder}/.state PATH="${root}:${node}:/usr/bin:/bin"`;

function script(text: string): string {
  writeFileSync(join(folder, "play.dscript"), text);
  return `${started()} "${root}dscript" run play.dscript`;
}

function badInput(): string {
  writeFileSync(join(folder, "all.sh"), tryAll);
  return `${started()} sh all.sh`;
}

const codes = (): string => readFileSync(join(folder, "codes"), "utf8");

describe.skipIf(!has("ssh", "sshd", "ssh-keygen"))("through ssh (where ssh and sshd are installed)", () => {
  let server: SshServer | undefined;

  beforeEach(async () => {
    server = await startServer(folder, "");
  });

  afterEach(() => server?.stop());

  function words(...more: readonly string[]): readonly string[] {
    const options = [
      "IdentitiesOnly=yes",
      "StrictHostKeyChecking=no",
      `UserKnownHostsFile=${folder}/known`,
      "LogLevel=ERROR",
    ];
    const asked = options.flatMap((option) => ["-o", option]);
    return ["-F", "none", "-p", String(server?.port), "-i", join(folder, "key"), ...asked, ...more];
  }

  it("a script reads its input, and its outputs and its code come back, without colours", time, () => {
    const line = script('String text = System.ask("What? ")\nprintln("got ${text}")\nsh -c "exit 3"\n');
    const ended = spawnSync("ssh", words("127.0.0.1", line), { input: "words\n", encoding: "utf8" });
    expect(ended.stdout).toBe("got words\n");
    expect(ended.stderr).toMatch(/^CommandFault: [^\n]*\n {2}sh ended with status 3\n/);
    expect(ended.stderr).not.toContain("\u001b");
    expect(ended.status).toBe(70);
  });

  it("a script that does not check says so, and ends with 76", time, () => {
    const ended = spawnSync("ssh", words("127.0.0.1", script("if (\n")), { encoding: "utf8" });
    expect(ended.stderr).toMatch(/^error DS\d{4}: /);
    expect(ended.status).toBe(76);
  });

  it("bad input ends as anywhere", time, () => {
    const ended = spawnSync("ssh", words("127.0.0.1", badInput()), {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(codes(), ended.stderr).toBe(expectedCodes);
    expect(ended.stderr).not.toContain("internal error");
  });

  it("a script in a terminal ends when the connection does: finally runs, nothing is left", time, async () => {
    const line = script('try {\nprintln("ready")\nsleep 1000\n} finally { println("bye"); touch tidied }\n');
    const client = spawn("ssh", words("-tt", "127.0.0.1", line), { stdio: ["pipe", "pipe", "ignore"] });
    let said = "";
    client.stdout.on("data", (data: Buffer) => {
      said += data.toString();
    });
    await until(() => said.includes("ready"), "the script");
    client.kill("SIGKILL");
    await until(() => existsSync(join(folder, "tidied")), "what finally makes");
    await until(() => marked(mark).length === 0, "the script's end");
  });
});

const canCron =
  has("cron", "unshare", "mount") && userInfo().uid === 0 && spawnSync("unshare", ["-m", "true"]).status === 0;

describe.skipIf(!canCron)("by cron (for root, where cron and unshare are installed)", () => {
  it("a script runs as at a prompt, and its outputs come in order through the one pipe", time, async () => {
    const line = script("echo to output\nsh -c 'echo to error >&2'\nprintln(\"printed\")\nsh -c 'exit 3'\n");
    writeFileSync(
      join(folder, "crontab"),
      `MAILTO=""\n* * * * * (${line} || echo "code $?") 2>&1 | cat > ${folder}/part; mv ${folder}/part ${folder}/said; crontab -r; ${badInput().replaceAll("%", "\\%")}; touch tried\n`,
    );
    // Its own spool and its own lock: the machine's cron, and its tables, are not touched.
    const enter = `set -e
mount -t tmpfs none /var/spool/cron
mount -t tmpfs none /run
mkdir -m 1730 /var/spool/cron/crontabs
install -m 0600 crontab /var/spool/cron/crontabs/root
exec cron -f
`;
    const cron = spawn("unshare", ["-m", "sh", "-c", enter], {
      cwd: folder,
      stdio: "ignore",
      env: { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` },
    });
    try {
      // It looks at its tables at the beginning of each minute.
      await until(() => existsSync(join(folder, "said")), "the job's output", 200_000);
      await until(() => existsSync(join(folder, "tried")), "the bad input's codes", 200_000);
    } finally {
      cron.kill();
    }
    expect(codes()).toBe(expectedCodes);
    const said = readFileSync(join(folder, "said"), "utf8");
    expect(said).toMatch(
      /^to output\nto error\nprinted\nCommandFault: [^\n]*\n {2}sh ended with status 3\n[\s\S]*\ncode 70\n$/,
    );
    expect(said).not.toContain("\u001b");
  });
});
