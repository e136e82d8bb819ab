// Programs that are not there, cannot start, miss a library or an interpreter, or are killed.
import { external, group, type Row, row, software, system, user } from "../case.ts";

const any = /./;
const missing = /not found|No such file|cannot|no program/i;

/** A package that somebody removed, although the script's host should have it. */
const gone = (program: string, words: string, files: Readonly<Record<string, string>> = {}): Row =>
  row(
    `gone-${program}`,
    program,
    "path-without-command",
    system,
    `import command ${program} optional\n${words}`,
    missing,
    {
      setup: `gone ${program}`,
      wants: [program],
      files,
    },
  );

/** A shared library that is not there any more. */
const unlinked = (program: string, library: string, words: string): Row =>
  row(`library-${program}`, program, "shared-library-missing", system, words, /shared librar/, {
    setup: `for each in /usr/lib/*/${library}* /lib/*/${library}*; do rm -f "$each"; done`,
    wants: [program],
    files: { "data.txt": "x\n", "data.json": "{}\n" },
  });

const elf = (path: string): string =>
  `cp /bin/true ${path}; printf '\\267\\000' | dd of=${path} bs=1 seek=18 conv=notrunc 2>/dev/null; chmod 755 ${path}`;

export const programs = group("programs", [
  gone("jq", "jq . data.json", { "data.json": "{}\n" }),
  gone("rsync", "rsync -a data.json copy/", { "data.json": "{}\n" }),
  gone("zstd", "zstd -q data.json", { "data.json": "{}\n" }),
  gone("sqlite3", "sqlite3 jobs.db 'select 1'"),
  gone("gpg", "gpg --version"),
  gone("psql", "psql --version"),
  gone("curl", "curl -sS http://api.partner.example/ok | cat"),
  gone("unzip", 'unzip -l ${ARGV[0] ?? "a.zip"}'.replace('${ARGV[0] ?? "a.zip"}', "a.zip")),
  row(
    "never-there",
    "restic",
    "path-without-command",
    system,
    "import command restic optional\nrestic snapshots",
    missing,
  ),
  unlinked("jq", "libjq.so", "jq . data.json"),
  unlinked("curl", "libcurl.so", "curl --version"),
  unlinked("xz", "liblzma.so", "xz -k data.txt"),
  unlinked("rsync", "libpopt.so", "rsync -a data.txt copy/"),
  unlinked("psql", "libpq.so", "psql --version"),
  unlinked("wget", "libidn2.so", "wget --version"),
  unlinked("gpg", "libgcrypt.so", "gpg --version"),
  unlinked("find", "libselinux.so", "find . -name '*.txt'"),
  row("shell-typo", "sh", "program-typo-literal", software, "sh -c 'gzpi data.txt'", /not found/, {
    files: { "data.txt": "x" },
  }),
  row("shell-missing", "sh", "path-without-command-inside", system, "sh backup.sh", /not found/, {
    setup: "gone rsync",
    files: { "backup.sh": "rsync -a a b\n" },
    wants: ["rsync"],
  }),
  row("xargs-typo", "xargs", "program-typo-literal", software, "ls | xargs -n 1 gzipp", /gzipp/),
  row("xargs-argv", "xargs", "program-argv", user, "echo a | xargs ${ARGV[0]}", /cmpress/, { args: ["cmpress"] }),
  row("env-typo", "env", "program-typo-literal", software, "env LC_ALL=C sortt data.txt", /sortt/, {
    files: { "data.txt": "x" },
  }),
  row("env-argv", "env", "program-argv", user, "env TZ=UTC ${ARGV[0]} --version", /convrt/, { args: ["convrt"] }),
  row("nice-typo", "nice", "program-typo-literal", software, "nice -n 10 tarr -cf x.tar data.txt", /tarr/, {
    files: { "data.txt": "x" },
  }),
  row("nice-missing", "nice", "path-without-command-inside", system, "nice -n 10 zstd -q data.txt", /zstd/, {
    setup: "gone zstd",
    files: { "data.txt": "x" },
    wants: ["zstd"],
  }),
  row("find-exec-typo", "find", "program-typo-literal", software, "find . -type f -exec sha256sums {} +", /sha256sums/),
  row("flock-missing", "flock", "path-without-command-inside", system, "flock /tmp/l jq . data.json", /jq/, {
    setup: "gone jq",
    files: { "data.json": "{}" },
    wants: ["jq", "flock"],
  }),
  row("beside-missing", "./bin/convert", "program-beside-missing", software, "./bin/convert data.txt", missing, {
    files: { "data.txt": "x" },
  }),
  row("beside-typo", "./bin/conver", "program-beside-missing", software, "./bin/conver data.txt", missing, {
    files: { "bin/convert": "#!/bin/sh\n" },
  }),
  row("interpreter-typo", "./report", "interpreter-typo", software, "./report", missing, {
    setup: "chmod 755 report",
    files: { report: "#!/usr/bin/pyhton3\nprint(1)\n" },
  }),
  row("interpreter-crlf", "./report", "interpreter-crlf", software, "./report", missing, {
    setup: "chmod 755 report",
    files: { report: "#!/bin/sh\r\necho hi\r\n" },
  }),
  row("interpreter-gone", "report", "interpreter-gone", system, "report --daily", missing, {
    setup: "printf '#!/usr/bin/perl\\n' >/usr/local/bin/report; chmod 755 /usr/local/bin/report; rm /usr/bin/perl",
    wants: ["perl"],
  }),
  row("arch-beside", "./bin/agent", "wrong-architecture-beside", software, "./bin/agent", /Exec format|ENOEXEC/, {
    setup: `mkdir bin; ${elf("bin/agent")}`,
  }),
  row("arch-installed", "agent", "wrong-architecture-installed", system, "agent --version", /Exec format|ENOEXEC/, {
    setup: elf("/usr/local/bin/agent"),
  }),
  row("empty-installed", "rotate", "program-truncated", system, "rotate --all", any, {
    setup: "head -c 4000 /bin/ls >/usr/local/bin/rotate; chmod 755 /usr/local/bin/rotate",
  }),
  row("python-module-typo", "python3", "module-typo-literal", software, "python3 -c 'import jsn'", /No module named/),
  row("python-module-beside", "python3", "module-typo-literal", software, "python3 report.py", /No module named/, {
    files: { "report.py": "import reportlib\n" },
  }),
  row("python-module-system", "python3", "module-not-installed", system, "python3 report.py", /No module named/, {
    files: { "report.py": "import yaml\n" },
    setup:
      "rm -rf /usr/lib/python3/dist-packages/yaml /usr/local/lib/python3*/site-packages/yaml /usr/local/lib/python3*/dist-packages/yaml; for p in $(python3 -c 'import sys; print(*sys.path)'); do rm -rf \"$p/yaml\"; done",
  }),
  row("java-class-typo", "java", "module-typo-literal", software, "java -cp . Mian", /Mian/, { wants: ["java"] }),
  row("java-jar-argv", "java", "broken-file-argv", user, "java -jar ${ARGV[0]}", /Invalid or corrupt|corrupt/i, {
    wants: ["java"],
    args: ["app.jar"],
    files: { "app.jar": "oops\n" },
  }),
  row("node-syntax", "node", "program-syntax-beside", software, "node job.mjs", /SyntaxError|status 1/, {
    files: { "job.mjs": "const x = ;\n" },
  }),
  row("python-syntax", "python3", "program-syntax-beside", software, "python3 job.py", /SyntaxError/, {
    files: { "job.py": "def f(:\n" },
  }),
  row("python-syntax-argv", "python3", "program-syntax-argv", user, "python3 ${ARGV[0]}", /SyntaxError/, {
    args: ["mine.py"],
    files: { "mine.py": "print('a'\nx=\n" },
  }),
  row("python-exception", "python3", "program-bug-beside", software, "python3 job.py", /KeyError/, {
    files: { "job.py": "d = {}\nprint(d['total'])\n" },
  }),
  row("sh-unset", "sh", "program-bug-beside", software, "sh job.sh", /parameter not set|unset/, {
    files: { "job.sh": "set -u\necho $target\n" },
  }),
  row("sh-syntax", "sh", "program-syntax-beside", software, "sh job.sh", /Syntax error/, {
    files: { "job.sh": "if true; then\necho x\n" },
  }),
  row("make-target", "make", "literal-unknown-name", software, "make instal", /No rule to make target/, {
    files: { Makefile: "install:\n\techo ok\n" },
    wants: ["make"],
  }),
  row("make-target-argv", "make", "argv-unknown-name", user, "make ${ARGV[0]}", /No rule to make target/, {
    files: { Makefile: "install:\n\techo ok\n" },
    args: ["deploy-eu"],
    wants: ["make"],
  }),
  row("make-separator", "make", "program-syntax-beside", software, "make", /missing separator/, {
    files: { Makefile: "all:\n    echo spaces\n" },
    wants: ["make"],
  }),
  row("make-compiler", "make", "path-without-command-inside", system, "make", /not found|No such file/, {
    files: { Makefile: "all:\n\tgcc -o x x.c\n", "x.c": "int main(){return 0;}\n" },
    setup: "rm -f /usr/bin/gcc /usr/bin/gcc-* /usr/bin/cc",
    wants: ["make"],
  }),
]);

const killer = (program: string): string =>
  `setsid sh -c 'for n in $(seq 80); do pkill -KILL -x ${program} && exit; sleep 0.1; done' >/dev/null 2>&1 &`;

export const ends = group("ends", [
  row("kill-gzip", "gzip", "kill-9", system, "gzip < /dev/zero > /dev/null", /SIGKILL|signal|137/, {
    setup: killer("gzip"),
    wants: ["pkill"],
  }),
  row(
    "kill-sort",
    "sort",
    "kill-9",
    system,
    "yes | head -n 300000000 | sort -S 20M > /dev/null",
    /SIGKILL|signal|137/,
    { setup: killer("sort"), wants: ["pkill"] },
  ),
  row("kill-python", "python3", "kill-9", system, "python3 load.py ${ARGV[0]}", /SIGKILL|signal|137/, {
    setup: killer("python3"),
    wants: ["pkill"],
    args: ["orders.csv"],
    files: { "load.py": "import time\ntime.sleep(60)\n", "orders.csv": "1\n" },
  }),
  row("kill-in-pipe", "sha256sum", "kill-9", system, "cat /dev/zero | sha256sum | cat", /SIGKILL|signal|137/, {
    setup: killer("sha256sum"),
    wants: ["pkill"],
  }),
  row("segv-python", "python3", "segfault-literal", software, "python3 job.py", /SIGSEGV|139|signal/, {
    files: { "job.py": "import ctypes\nctypes.string_at(8)\n" },
  }),
  row("abort-perl", "perl", "abort-literal", software, "perl -e 'kill ABRT => $$'", /SIGABRT|134|signal/, {
    wants: ["perl"],
  }),
  row("fpe-python", "python3", "segfault-literal", software, "python3 job.py", /SIGFPE|136|signal/, {
    files: { "job.py": "import os, signal\nos.kill(os.getpid(), signal.SIGFPE)\n" },
  }),
  row(
    "recursion-python",
    "python3",
    "recursion-beside",
    software,
    "python3 job.py",
    /RecursionError|maximum recursion/,
    { files: { "job.py": "def f(n): return f(n + 1)\nf(0)\n" } },
  ),
  row("exit-status-tool", "./check.sh", "own-status-sysexits", system, "./check.sh", /75|71|status/, {
    setup: "chmod 755 check.sh; full /srv/data",
    files: {
      "check.sh":
        "#!/bin/sh\nexec 2>/dev/null\necho x >>/srv/data/new; printf '%070000d' 0 >/srv/data/big || exit 74\n",
    },
  }),
  row("fsize-dd", "dd", "prlimit-fsize", system, "dd if=/dev/zero of=image bs=64k count=100 status=none", any, {
    wrap: ["prlimit", "--fsize=1048576"],
    wants: ["prlimit"],
  }),
  row("fsize-tar", "tar", "prlimit-fsize", system, "tar -cf all.tar big.bin", any, {
    wrap: ["prlimit", "--fsize=1048576"],
    wants: ["prlimit"],
    setup: "truncate -s 3M big.bin",
  }),
  row("fsize-python", "python3", "prlimit-fsize", system, "python3 job.py", /File too large/, {
    wrap: ["prlimit", "--fsize=1048576"],
    wants: ["prlimit"],
    files: { "job.py": "open('out', 'wb').write(b'x' * 5000000)\n" },
  }),
  row(
    "fsize-call",
    "System.truncate",
    "prlimit-fsize",
    system,
    'System.writeText("image", "")\nSystem.truncate("image", 5MB)',
    any,
    { wrap: ["prlimit", "--fsize=1048576"], wants: ["prlimit"] },
  ),
  row("nofile-paste", "paste", "prlimit-nofile", system, "paste ${ARGV} > all.txt", /Too many open files/, {
    wrap: ["prlimit", "--nofile=48:48"],
    wants: ["prlimit"],
    setup: "for n in $(seq 60); do echo $n >part-$n; done; ours .",
    args: Array.from({ length: 60 }, (_, n) => `part-${n + 1}`),
  }),
  row("nofile-python", "python3", "prlimit-nofile", system, "python3 job.py", /Too many open files/, {
    wrap: ["prlimit", "--nofile=48:48"],
    wants: ["prlimit"],
    files: { "job.py": "fs = [open('/etc/hostname') for _ in range(60)]\n" },
  }),
  row(
    "nofile-call",
    "System.fopen",
    "prlimit-nofile",
    system,
    'File[] files = []\nfor (int i = 0; i < 40; i++) { files.push(System.fopen("/etc/hostname")) }',
    /EMFILE|Too many/,
    { wrap: ["prlimit", "--nofile=48:48"], wants: ["prlimit"] },
  ),
  row("as-xz", "xz", "prlimit-as", system, "xz -9 -k data.bin", /Cannot allocate memory/, {
    setup: "shim xz prlimit --as=100000000; head -c 100000 /dev/urandom >data.bin; ours .",
    wants: ["xz", "prlimit"],
  }),
  row("as-python", "python3", "prlimit-as", system, "python3 job.py", /MemoryError/, {
    setup: "shim python3 prlimit --as=200000000",
    files: { "job.py": "x = bytearray(400_000_000)\n" },
    wants: ["prlimit"],
  }),
  row("as-perl", "perl", "prlimit-as", system, "perl job.pl", /memory/i, {
    setup: "shim perl prlimit --as=200000000",
    files: { "job.pl": "my $x = 'a' x 400_000_000;\nprint length($x);\n" },
    wants: ["perl", "prlimit"],
  }),
  row("as-jq", "jq", "prlimit-as", system, "jq -c . data.json", /memory|134|SIGABRT|status/i, {
    setup: "shim jq prlimit --as=30000000; python3 -c 'print(list(range(2000000)))' >data.json; ours .",
    wants: ["jq", "prlimit"],
  }),
  row("as-git", "git", "prlimit-as", system, "git hash-object big.bin", /memory|mmap/i, {
    setup: "shim git prlimit --as=60000000; truncate -s 300M big.bin; ours .",
    wants: ["git", "prlimit"],
  }),
  row("cpu-python", "python3", "prlimit-cpu", system, "python3 job.py", /SIGXCPU|SIGKILL|signal|status/, {
    setup: "shim python3 prlimit --cpu=1",
    files: { "job.py": "n = 0\nfor i in range(200_000_000): n += i\n" },
    wants: ["prlimit"],
  }),
  row("enomem-cat", "cat", "strace-enomem", system, "cat data.txt", /Cannot allocate|memory/, {
    setup: "fails_at data.txt read ENOMEM cat",
    files: { "data.txt": "x\n" },
    wants: ["strace"],
  }),
  row("emfile-cat", "cat", "strace-emfile", system, "cat ${ARGV[0]}", /Too many open files/, {
    setup: "fails_at data.txt openat EMFILE cat",
    args: ["data.txt"],
    files: { "data.txt": "x\n" },
    wants: ["strace"],
  }),
  row("enfile-cp", "cp", "strace-enfile", system, "cp data.txt copy.txt", /Too many open files in system/, {
    setup: "fails_at data.txt openat ENFILE cp",
    files: { "data.txt": "x\n" },
    wants: ["strace"],
  }),
  row(
    "eagain-xargs",
    "xargs",
    "strace-eagain",
    system,
    "ls | xargs -n 1 echo",
    /Resource temporarily unavailable|fork/,
    { setup: "fails clone,fork,vfork,clone3 EAGAIN xargs", wants: ["strace"] },
  ),
  row("eagain-make", "make", "strace-eagain", system, "make", /Resource temporarily|fork|vfork/i, {
    setup: "fails clone,fork,vfork,clone3 EAGAIN make",
    files: { Makefile: "all:\n\t@echo a; echo b\n" },
    wants: ["strace", "make"],
  }),
  row("unreach-curl", "curl", "strace-ehostunreach", external, "curl -sS http://10.77.0.11/ok", /connect/, {
    setup: "fails connect EHOSTUNREACH curl",
    wants: ["strace", "curl"],
  }),
  row("reset-wget", "wget", "strace-econnreset", external, "wget -nv -t 1 http://10.77.0.11/ok", /reset/i, {
    setup: "fails recvfrom,read ECONNRESET wget 20+",
    wants: ["strace", "wget"],
    says: any,
  }),
  row("timeout-nc", "nc", "strace-etimedout", external, "nc -v -z 10.77.0.11 80", /timed out/, {
    setup: "fails connect ETIMEDOUT nc",
    wants: ["strace", "nc"],
  }),
  row("busy-umount", "umount", "mount-busy", system, "umount /srv/data", /busy/, {
    as: "root",
    setup: "mkdir -p /srv/data; mount -t tmpfs data /srv/data; (cd /srv/data && setsid sleep 300) & sleep 0.2",
  }),
  row("text-busy-cp", "cp", "text-busy", system, "cp /bin/true /srv/agent", /Text file busy/, {
    as: "root",
    setup: "cp /bin/sleep /srv/agent; setsid /srv/agent 300 & sleep 0.2",
  }),
  row("stale-handle", "ls", "strace-estale", external, "ls /srv/job", /Stale/, {
    setup: "fails_at /srv/job openat ESTALE ls",
    wants: ["strace"],
    says: /Stale|status/,
  }),
  row(
    "oom-score-node",
    "node",
    "heap-limit-literal",
    software,
    "node --max-old-space-size=20 job.mjs",
    /heap|memory|134|SIGABRT/i,
    { files: { "job.mjs": "const a = []; for (;;) a.push(new Array(1000).fill(1.5));\n" } },
  ),
]);
