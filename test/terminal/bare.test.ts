// Scripts where something is not there that is everywhere: variables, a home, a locale, /tmp, open descriptors.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { has, marked, root } from "./terminal.ts";

let folder = "";
let mark = "";
let made = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-bare-"));
  mark = `${process.pid}b${++made}`;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const time = { timeout: 120_000 };
const node = process.execPath.replace(/\/[^/]*$/, "");
const path = `${node}:/usr/bin:/bin`;

const script = `String name = $(echo "Grüße")
println("\${name}")
echo plain | cat
sh -c 'echo to error >&2'
try { sh -c 'exit 3' } catch (CommandFault f) { println("caught \${f.status}") }
`;
const said = "Grüße\nplain\nto error\ncaught 3\n";

/** Runs a line of a shell with nothing in its environment but what the line sets. */
function bare(line: string, text = script): { readonly code: number | null; readonly said: string } {
  writeFileSync(join(folder, "play.dscript"), text);
  chmodSync(join(folder, "play.dscript"), 0o755);
  const ended = spawnSync("/bin/sh", ["-c", `exec 2>&1\n${line}`], {
    cwd: folder,
    env: { DSCRIPT_TEST_MARK: mark },
    encoding: "utf8",
    timeout: 100_000,
  });
  return { code: ended.status, said: ended.stdout };
}

const dscript = `"${root}dscript"`;
const state = "XDG_STATE_HOME=$PWD/.state";

describe("a script runs", () => {
  it("without any variable but PATH", time, () => {
    expect(bare(`env -i DSCRIPT_TEST_MARK=${mark} PATH=${path} ${dscript} run play.dscript`)).toEqual({
      code: 0,
      said,
    });
    expect(marked(mark)).toEqual([]);
  });

  it("as cron runs it: its variables, one pipe for both outputs, no input, no terminal", time, () => {
    const line = `env -i HOME="$PWD" LOGNAME=root SHELL=/bin/sh PATH=${path} setsid sh -c '${dscript} run play.dscript' </dev/null 2>&1 | cat`;
    expect(bare(line)).toEqual({ code: 0, said });
  });

  it("without HOME: `~` is then what the system knows of the user", time, () => {
    expect(bare(`PATH=${path} ${dscript} run play.dscript`)).toEqual({ code: 0, said });
    const { said: home } = bare(`env -u HOME PATH=${path} ${dscript} run play.dscript`, "echo ~\n");
    expect(home).toBe(`${userInfo().homedir}\n`);
  });

  it("with a HOME that is not there, or may not be written", time, () => {
    for (const home of ["/nowhere/at/all", "/proc", ""])
      expect(bare(`HOME=${home} PATH=${path} ${dscript} run play.dscript`)).toEqual({ code: 0, said });
  });

  it("in any locale, and none: text stays UTF-8", time, () => {
    for (const locale of [
      "LC_ALL=C",
      "LC_ALL=POSIX LANG=C",
      "LANG=",
      "LC_ALL=xx_YY.nonsense",
      "LC_ALL=de_DE.ISO-8859-1",
    ])
      expect(bare(`${state} ${locale} PATH=${path} ${dscript} run play.dscript`)).toEqual({ code: 0, said });
  });

  it("without TMPDIR, and with one that is not there", time, () => {
    for (const folderOf of ["TMPDIR=", "TMPDIR=/nowhere/at/all"])
      expect(bare(`${state} ${folderOf} PATH=${path} ${dscript} run play.dscript`)).toEqual({ code: 0, said });
  });

  it("with closed descriptors, each alone and all together", time, () => {
    const touch = "sh -c 'cat; true' > seen\ntouch made\n";
    for (const closed of ["<&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"]) {
      const ended = bare(
        `${state} PATH=${path}; export PATH; rm -f made; ${dscript} run play.dscript ${closed}; echo "code $?"; ls made`,
        touch,
      );
      expect(ended.said, closed).toBe("code 0\nmade\n");
    }
    expect(readFileSync(join(folder, "seen"), "utf8")).toBe("");
  });

  it(
    "that prints to a closed output as far as the print, which is a fault; unseen, where the error output is closed too",
    time,
    () => {
      const print = 'touch first\nprintln("text")\nsleep(1ms)\ntouch second\n';
      const line = (closed: string): string =>
        `${state} PATH=${path}; export PATH; rm -f first second; ${dscript} run play.dscript ${closed}; echo "code $?"; ls first second 2>/dev/null`;
      const seen = bare(line(">&-"), print);
      expect(seen.said).toMatch(
        /^IOFault: [^\n]*\n +cannot write to standard output: Bad file descriptor\n[\s\S]*code \d\d\nfirst\n$/,
      );
      expect(bare(line(">&- 2>&-"), print).said).toMatch(/^code \d\d\nfirst\n$/);
    },
  );
});

const canUnshare = has("unshare", "mount") && userInfo().uid === 0 && spawnSync("unshare", ["-m", "true"]).status === 0;

describe.skipIf(!canUnshare)("a machine (for root, where unshare is installed)", () => {
  it("without a writable /tmp runs scripts", time, () => {
    // The test's own folder may lie in /tmp: it is seen elsewhere then.
    const line = `PATH=${path}:/usr/sbin:/sbin; export PATH; unshare -m sh -c 'mount --bind "$PWD" /mnt && mount --bind "${root}" /srv && mount -t tmpfs -o ro none /tmp && cd /mnt && HOME=/mnt /srv/dscript run play.dscript'`;
    expect(bare(line)).toEqual({ code: 0, said });
    expect(bare(line.replace("HOME=/mnt", "env -u HOME"))).toEqual({ code: 0, said });
  });

  it("without /proc runs scripts, and a command's end is still waited for", time, () => {
    const line = `PATH=${path}:/usr/sbin:/sbin; export PATH; ${state} unshare -m sh -c 'mount -t tmpfs -o ro none /proc && ${dscript} run play.dscript'`;
    expect(bare(line)).toEqual({ code: 0, said });
  });
});
