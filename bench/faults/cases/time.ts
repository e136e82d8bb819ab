// Work that does not end in time: because of a peer, a lock, this host, or the script itself.
import { external, group, row, software, system, user } from "../case.ts";

const late = /TimeoutFault|time|did not/i;
const api = "http://api.partner.example";

export const time = group("time", [
  row(
    "curl-silent",
    "curl",
    "timeout-silent-remote",
    external,
    "timeout 2s curl -sS http://backup.partner.example/",
    late,
    { wants: ["curl"] },
  ),
  row(
    "ssh-silent",
    "ssh",
    "timeout-silent-remote",
    external,
    "timeout 2s ssh -o BatchMode=yes ops@backup.partner.example true",
    late,
    { setup: "ssh_ready", wants: ["ssh"] },
  ),
  row(
    "rsync-silent",
    "rsync",
    "timeout-silent-remote",
    external,
    "timeout 2s rsync -a rsync://backup.partner.example/x/ in/",
    late,
    { wants: ["rsync"] },
  ),
  row(
    "psql-silent",
    "psql",
    "timeout-silent-remote",
    external,
    "timeout 2s psql -h backup.partner.example -U app -X -c 'select 1' postgres",
    late,
    { wants: ["psql"] },
  ),
  row(
    "git-silent",
    "git",
    "timeout-silent-remote",
    external,
    "timeout 2s git clone -q git://backup.partner.example/app.git",
    late,
    { wants: ["git"] },
  ),
  row("nc-silent", "nc", "timeout-silent-remote", external, "timeout 2s nc backup.partner.example 25", late, {
    wants: ["nc"],
    input: "",
    script: "timeout 2s sh -c 'sleep 9 | nc backup.partner.example 25'",
    command: "sh",
  }),
  row(
    "wget-swallowed",
    "wget",
    "timeout-swallowed-remote",
    external,
    "timeout 2s wget -q http://archive.partner.example/x",
    late,
    { wants: ["wget"] },
  ),
  row(
    "redis-silent",
    "redis-cli",
    "timeout-silent-remote",
    external,
    "timeout 2s redis-cli -h backup.partner.example ping",
    late,
    { wants: ["redis-cli"] },
  ),
  row("curl-own", "curl", "timeout-silent-own", system, "timeout 2s curl -sS http://127.0.0.1:7001/", late, {
    wants: ["curl"],
  }),
  row("redis-own", "redis-cli", "timeout-silent-own", system, "timeout 2s redis-cli -p 7001 ping", late, {
    wants: ["redis-cli"],
  }),
  row("flock", "flock", "timeout-lock-held", system, "timeout 1s flock /run/lock/backup true", late, {
    setup: "held /run/lock/backup",
  }),
  row("fifo", "cat", "timeout-fifo-without-writer", system, "timeout 1s cat /run/feed", late, {
    setup: "mkfifo /run/feed; chmod 666 /run/feed",
  }),
  row("sleep-literal", "sleep", "timeout-sleep-literal", software, "timeout 1s sleep 30", late),
  row("sleep-argv", "sleep", "timeout-sleep-argv", user, "timeout 1s sleep ${ARGV[0]}", late, { args: ["30"] }),
  row("loop-sh", "sh", "timeout-endless-loop", software, "timeout 1s sh -c 'while true; do n=1; done'", late),
  row("loop-python", "python3", "timeout-endless-loop", software, "timeout 2s python3 job.py", late, {
    files: { "job.py": "n = 0\nwhile n >= 0: n += 1\n" },
  }),
  row(
    "loop-script",
    "max-time",
    "endless-loop-script",
    software,
    "int n = 1\nwhile (n > 0) { n = n % 1000 + 1 }",
    late,
    { options: ["--max-time", "1s"], api: /./ },
  ),
  row("yes-endless", "yes", "timeout-endless-output", software, "timeout 1s yes > /dev/null", late),
  row("tail-follow", "tail", "timeout-follow-literal", software, "timeout 1s tail -f job.dscript", late),
  row("get-slow-argv", "Http.get", "slow-remote", external, "Http.get(ARGV[0], {}, 1s)", late, {
    args: [`${api}/slow/20000`],
  }),
  row(
    "wait-file",
    "test",
    "wait-local-file",
    system,
    "wait until (test -e /run/app.ready) every 100ms timeout 1s",
    late,
  ),
  row(
    "wait-remote",
    "curl",
    "wait-remote",
    external,
    `wait until (curl -fs -o /dev/null ${api}/status/503) every 200ms timeout 2s`,
    late,
    { wants: ["curl"] },
  ),
  row(
    "wait-port-own",
    "nc",
    "wait-own-port",
    system,
    "wait until (nc -z 127.0.0.1 5432) every 200ms timeout 2s",
    late,
    { wants: ["nc"] },
  ),
  row(
    "regex",
    "search",
    "regex-explosion",
    software,
    'String line = "a".repeat(40) + "b"\nprintln(line =~ /^(a+)+$/)',
    late,
    { api: "=~" },
  ),
  row("gunzip-busy", "gzip", "timeout-slow-disk", system, "timeout 1s gzip -k big.bin", late, {
    setup:
      "truncate -s 4M big.bin; ours .; shim gzip strace -qqq -f -o /dev/null -e trace=read -e inject=read:delay_enter=200000",
    wants: ["strace"],
  }),
  row("cp-slow-disk", "cp", "timeout-slow-disk", system, "timeout 1s cp big.bin copy.bin", late, {
    setup:
      "head -c 9000000 /dev/urandom >big.bin; ours .; shim cp strace -qqq -f -o /dev/null -e trace=read,write,copy_file_range -e inject=read,write,copy_file_range:delay_enter=400000",
    wants: ["strace"],
  }),
  row("sync-slow", "sync", "timeout-slow-disk", system, "timeout 1s sync job.dscript", late, {
    setup: "shim sync strace -qqq -f -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=9000000",
    wants: ["strace"],
  }),
  row("dns-slow", "getent", "timeout-dns-down", system, "timeout 1s getent hosts api.partner.example", late, {
    setup: "echo 'nameserver 127.0.0.9\nnameserver 10.77.0.25\noptions timeout:5 attempts:3' >/etc/resolv.conf",
  }),
  row("stdin-waits", "cat", "timeout-waits-for-input", software, "timeout 1s sh -c 'sleep 50 | cat'", late, {
    command: "sh",
  }),
]);
