/** What is known of messages: each row recognises its example, means what it should, and programs that operators use have rows. */

import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis, type MessageRule, messageRules, phraseText } from "../../src/diagnosis/index.ts";
import { type FaultClass, faultClasses } from "../../src/records/index.ts";
import { growthOf } from "../../src/runtime/index.ts";
import { fakeHost } from "./fake-host.ts";
import { command } from "./symptoms.ts";

const diagnose = createDiagnosis({ commands: shippedCommands, host: fakeHost({ clockBehind: true }), locale: "C" });
const rules = messageRules();

/** Topics that let the origin of an argument, or the peer, decide. */
const neutral =
  /^(?:absent|in-the-way|ill-formed|usage|bad-data|missing-command|not-executable|page|peer|name-lookup)$/;

/** The class that a row speaks for; undefined where something else decides. */
function intended({ weights, topic }: MessageRule): FaultClass | undefined {
  if (topic !== undefined && neutral.test(topic)) return undefined;
  const best = Math.max(...faultClasses.map((name) => weights[name] ?? 0));
  const second = faultClasses.map((name) => weights[name] ?? 0).toSorted((a, b) => b - a)[1] ?? 0;
  return best - second < 1 ? undefined : faultClasses.find((name) => weights[name] === best);
}

describe("each row of messages", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s is heard in its example", (_, rule) => {
    const program = rule.for?.[0] ?? "frob";
    const { heard, ranked } = diagnose(command(`${program} x`, { stderr: rule.example ?? "" }));
    if (rule.errno !== undefined) {
      // Where a program's own row fits better, that one is heard.
      const said = Object.keys(heard).filter((id) => /^(?:errno|means)\./.test(id));
      expect(said, JSON.stringify(heard)).toHaveLength(1);
      return;
    }
    const meant = rule.key ?? rule.id;
    expect(Object.keys(heard), rule.example).toContain(meant);
    const first = intended(rule);
    if (first !== undefined && rule.strength === undefined)
      expect(ranked[0]?.class, JSON.stringify(ranked)).toBe(first);
  });
});

describe("the rows of messages", () => {
  const wanted =
    "cp mv ln mkdir rm cat head tail sort cut split dd chmod chown date expr test find xargs tar cpio zip unzip gzip bzip2 xz zstd rsync ssh scp sftp ssh-keygen ssh-copy-id curl wget git psql pg_dump pg_restore createdb mysql mysqldump redis-cli mongosh sqlite3 systemctl journalctl service mount umount fsck mkfs lvcreate mdadm cryptsetup ip ss iptables nft ping traceroute dig host nslookup nc telnet openssl gpg docker podman kubectl helm terraform ansible aws gcloud az apt dpkg yum dnf rpm apk pip npm gem cargo go mvn gradle make cmake gcc ld python node java perl ruby php bash nginx apachectl haproxy certbot crontab useradd passwd sudo su kill pgrep lsof jq yq xmllint awk sed grep bc flock timeout nice truncate mail sendmail screen tmux vault consul etcdctl rclone s3cmd restic borg";
  const known = new Set(rules.flatMap((rule) => rule.for ?? []));

  test("are there for the programs that operators use", () => {
    expect(wanted.split(" ").filter((name) => !known.has(name))).toEqual([]);
    expect(wanted.split(" ").length).toBeGreaterThan(120);
  });

  test("are written in lower case, with straight quotes", () => {
    const odd = rules.flatMap(({ id, texts }) =>
      (texts ?? []).filter((text) => text.length < 3 || text !== phraseText(text)).map((text) => `${id}: ${text}`),
    );
    expect(odd).toEqual([]);
  });

  test("have patterns whose search ends soon on any line", () => {
    const slow = rules.filter(({ pattern }) => {
      if (pattern === undefined) return false;
      // Without an open repetition the time is bounded by the pattern alone.
      const isOpen = /[^\\][*+]|\{\d+,\}/.test(pattern.source.replace(/\[[^\]]*\]/g, "x").replace(/\\[*+]/g, "x"));
      return isOpen && growthOf(pattern) > 2;
    });
    expect(slow.map(({ id }) => id)).toEqual([]);
  });
});

describe("of a long error output", () => {
  const heardIn = (line: string, stderr: string, status = 1) =>
    Object.keys(diagnose(command(line, { status, stderr })).heard);
  test.each([
    [
      "the cause ahead of a summary",
      "rsync -a x y",
      "rsync: [sender] write failed: No space left on device (28)\nrsync error: error in file IO (code 11) at receiver.c(1)",
      "errno.full",
    ],
    [
      "the cause ahead of make's last line",
      "make all",
      "cc1: out of memory allocating 65536 bytes\nmake: *** [Makefile:2: x.o] Error 1",
      "errno.memory",
    ],
    [
      "the cause ahead of tar's last lines",
      "tar xzf a.gz",
      "gzip: stdin: not in gzip format\ntar: Child returned status 1\ntar: Error is not recoverable: exiting now",
      "means.content",
    ],
    [
      "Python's exception, not its frames",
      "python3 x.py",
      'Traceback (most recent call last):\n  File "x.py", line 1, in <module>\n    raise ConnectionError("timed out")\nPermissionError: [Errno 13] Permission denied: \'/etc/shadow\'',
      "errno.refused",
    ],
    [
      "Java's innermost cause",
      "java -jar x.jar",
      'Exception in thread "main" java.lang.RuntimeException: cannot save\n\tat x.y(x.java:1)\nCaused by: java.io.IOException: No space left on device\n\t... 1 more',
      "errno.full",
    ],
    [
      "an error behind a warning",
      "ssh -i k h",
      "Warning: Identity file k not accessible: No such file or directory.\nann@h: Permission denied (publickey).",
      "means.login",
    ],
    ["colours", "cp a b", "\u001b[1m\u001b[31mcp: error writing 'b': No space left\u001b[0m on device", "errno.full"],
    [
      "a progress bar",
      "curl x",
      `${"\r 10 % done".repeat(50)}\rcurl: (6) Could not resolve host: gone.example.org`,
      "means.name-lookup",
    ],
    [
      "times and levels",
      "frob x",
      "2026-01-02T03:04:05.678Z ERROR cannot open /x: No space left on device\n2026-01-02T03:04:05.679Z INFO file not found, retrying",
      "errno.full",
    ],
    [
      "lines of JSON",
      "frob x",
      '{"level":"error","msg":"open /x: no space left on device","ts":1}\n{"level":"info","msg":"file not found"}',
      "errno.full",
    ],
    [
      "key=value",
      "frob x",
      'time="2026-01-02T03:04:05Z" level=error msg="write /x: no space left on device"',
      "errno.full",
    ],
    [
      "glog",
      "kubectl get pods",
      "E1126 09:18:44.857709   17321 memcache.go:265] couldn't get: dial tcp 10.0.0.1:6443: connect: connection refused",
      "means.peer",
    ],
    [
      "bytes that are no text",
      "cp a b",
      `\ufffd\ufffd\u0000\u0001${"\ufffd".repeat(500)}\ncp: error writing 'b': No space left on device`,
      "errno.full",
    ],
    [
      "100 MB ahead of it",
      "cp a b",
      `${"x".repeat(100_000_000)}\ncp: error writing 'b': No space left on device`,
      "errno.full",
    ],
    [
      "its options alone",
      "frob x",
      Array.from({ length: 30 }, (_, at) => `  --option-${at}  what times out`).join("\n"),
      "means.usage",
    ],
    ["Japanese", "ls x", "ls: 'x' にアクセスできません: そのようなファイルやディレクトリはありません", "errno.absent"],
    ["a Japanese shell", "sh x", "bash: 行 1: frob: コマンドが見つかりません", "means.command-missing"],
    ["Japanese usage", "ls x", "ls: 無効なオプション -- 'Z'\n詳しくは 'ls --help' を実行して下さい。", "means.usage"],
    [
      "German",
      "cp a b",
      "cp: Fehler beim Schreiben von 'b': Auf dem Gerät ist kein Speicherplatz mehr verfügbar",
      "errno.full",
    ],
    ["German rights", "cat x", "cat: x: Keine Berechtigung", "errno.refused"],
    ["German usage", "ls x", "ls: Ungültige Option -- »Z«\n„ls --help“ liefert weitere Informationen.", "means.usage"],
  ])("it is %s that counts", (_, line, stderr, rule) => {
    // A program's row for a full disk says what the error number says.
    const heard = heardIn(line, stderr).map((id) => (id === "means.full" ? "errno.full" : id));
    expect(heard).toContain(rule);
  });

  test("an empty one says nothing", () => {
    expect(heardIn("frob x", "").filter((id) => /^(?:means|errno)\./.test(id))).toEqual([]);
  });
});
