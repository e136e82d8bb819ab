// Failures of the local machine, first batch: files, texts, archives, packages, builds, accounts.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** Somebody writes to a database for as long as the case lasts. */
const heldDatabase = `sqlite3 /srv/job/stock.db 'create table items (name text)'; ours /srv/job/stock.db
setsid python3 -c 'import sqlite3, time
c = sqlite3.connect("/srv/job/stock.db", isolation_level=None); c.execute("begin exclusive"); print("held", flush=True); time.sleep(300)' >/run/held &
for n in 1 2 3 4 5 6 7 8 9; do grep -q held /run/held && break; sleep 0.1; done`;

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-local-1-system", [
  row("sqlite-held", "sqlite3", "database-held-by-other", system, "sqlite3 stock.db \"insert into items values ('a')\"", /database is locked/, { setup: heldDatabase }),
  row("cpio-full", "cpio", "spool-full", system, "find . -name '*.txt' | cpio -o -O /srv/spool/all.cpio", /No space left/, { files: { "a.txt": "x".repeat(20_000) }, setup: "full /srv/spool; chmod 1777 /srv/spool" }),
  row("xz-inodes", "xz", "no-inodes-input", system, "xz -k ${ARGV[0]}", /No space left/, { args: ["/srv/logs/app.log"], setup: "mkdir -p /srv/logs; mount -t tmpfs -o size=4m,nr_inodes=8,mode=1777 logs /srv/logs; echo text >/srv/logs/app.log; chmod 644 /srv/logs/app.log; ours /srv/logs/app.log; for n in 1 2 3 4 5 6 7 8 9; do touch /srv/logs/old-$n || break; done 2>/dev/null || true" }),
  row("tar-extract-read-only", "tar", "release-mount-read-only", system, "param String to = \"/srv/releases\"\ntar -xf app.tar -C ${to}", /Read-only file system/, { setup: "mkdir -p d; echo 1 >d/version; tar -cf app.tar d; ours app.tar; mkdir -p /srv/releases; touch /srv/releases/x; readonly_mount /srv/releases", args: ["--to", "/srv/releases"] }),
  row("sort-scratch-full", "sort", "scratch-full", system, "sort -S 64k -T ${env.SCRATCH} big.txt > sorted.txt", /No space left/, { environment: { SCRATCH: "/srv/scratch" }, setup: "seq 200000 -1 1 >big.txt; full /srv/scratch; chmod 1777 /srv/scratch" }),
  row("git-host-config", "git", "host-git-config-broken", system, "git init -q mirror", /bad config/, { setup: "printf '[user\n name = x\n' >/etc/gitconfig" }),
  row("dpkg-lock", "dpkg", "package-lock-held", system, "dpkg -i tool.deb", /lock/, { as: "root", setup: "mkdir -p t/DEBIAN; printf 'Package: tool\\nVersion: 1\\nArchitecture: all\\nMaintainer: a <a@b.example>\\nDescription: t\\n' >t/DEBIAN/control; dpkg-deb -b t tool.deb; posix_held /var/lib/dpkg/lock-frontend" }),
  row("gcc-no-cc1", "gcc", "compiler-part-missing", system, "gcc -O2 -o hello hello.c", /cc1/, { files: { "hello.c": "int main(void) { return 0; }\n" }, setup: "rm -f $(gcc -print-prog-name=cc1)" }),
  row("java-heap", "java", "address-space-limit", system, "java -version", /reserve|memory|Could not/i, { wants: ["java"], setup: "shim java prlimit --as=300000000" }),
  row("sudo-sudoers-broken", "sudo", "host-sudoers-broken", system, "sudo -n systemctl status web", /password is required/, { setup: "echo 'ops ALL=(ALL NOPASSWD ALL' >/etc/sudoers; chmod 440 /etc/sudoers" }),
  row("cp-text-busy", "cp", "program-in-use", system, "String tool = \"/srv/tools/agent\"\ncp agent.new ${tool}", /Text file busy/, { files: { "agent.new": "new\n" }, setup: "mkdir -p /srv/tools; cp /bin/sleep /srv/tools/agent; ours /srv/tools /srv/tools/agent; chmod 755 /srv/tools/agent; setsid /srv/tools/agent 300 & sleep 0.2" }),
  row("sha256-disk-error", "sha256sum", "disk-read-error", system, "for (String f in glob(\"images/*.img\")) { sha256sum ${f} }", /Input\/output error/, { files: { "images/root.img": "data\n" }, setup: "fails_at /srv/job/images/root.img read EIO sha256sum" }),
  row("perl-module", "perl", "module-not-installed", system, "perl -MText::CSV_XS -ne 'print' data.csv", /BEGIN failed/, { files: { "data.csv": "a,b\n" } }),
  row("mount-label", "mount", "label-absent", system, "mount LABEL=archive /mnt", /can't find/, { as: "root" }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-local-1-software", [
  row("awk-program", "awk", "literal-awk-syntax", software, "awk '{ sum += $2 END { print sum }' usage.txt", /syntax error/, { files: { "usage.txt": "a 1\nb 2\n" } }),
  row("jq-filter", "jq", "const-jq-syntax", software, "const FILTER = \".items[\"\njq ${FILTER} state.json", /syntax|compile/, { files: { "state.json": "{\"items\": [1]}\n" } }),
  row("find-mtime", "find", "literal-find-value", software, "find /srv/job -type f -mtime yesterday -delete", /invalid argument/, {}),
  row("date-word", "date", "const-date", software, "const WHEN = \"next blue moon\"\nString day = $(date -d ${WHEN} +%F)\necho ${day}", /invalid date/, {}),
  row("tar-member", "tar", "own-archive-wrong-member", software, "tar -cf conf.tar conf\ntar -xf conf.tar confs/app.ini", /Not found in archive/, { files: { "conf/app.ini": "a=1\n" } }),
  row("python-helper", "python3", "helper-script-bug", software, "python3 ${SCRIPT_DIR}/summary.py usage.txt", /KeyError/, { files: { "summary.py": "import sys\ntotals = {}\nfor line in open(sys.argv[1]):\n    name, size = line.split()\n    totals[name] += int(size)\nprint(totals)\n", "usage.txt": "a 1\nb 2\n" } }),
  row("make-separator", "make", "makefile-spaces", software, "make -s all", /missing separator/, { files: { Makefile: "all:\n    echo done\n" } }),
  row("gcc-undeclared", "gcc", "source-undeclared", software, "String src = \"src/\" + \"main.c\"\ngcc -c -o main.o ${src}", /undeclared|error/, { files: { "src/main.c": "int main(void) { return cout; }\n" } }),
  row("sqlite-statement", "sqlite3", "literal-sql-syntax", software, "sqlite3 stock.db \"selct count(*) from items\"", /syntax error/, { setup: "sqlite3 stock.db 'create table items (name text)'; ours stock.db" }),
  row("zip-function", "zip", "function-literal-name", software, "void pack(String folder) { zip -qr \"${folder}.zip\" ${folder} }\npack(\"relase\")", /Nothing to do|not matched/i, { files: { "release/a.txt": "a\n" } }),
  row("loop-list", "du", "loop-literal-name", software, "for (String d in [\"conf\", \"log\", \"spool\"]) { du -s ${d} }", /No such file/, { files: { "conf/a": "1\n", "spool/b": "2\n" } }),
  row("split-suffixes", "split", "literal-few-suffixes", software, "split -a 1 -l 1 names.txt part-", /suffixes exhausted/, { files: { "names.txt": lines(...Array.from({ length: 40 }, (_, n) => `name${n}`)) } }),
  row("kill-signal", "kill", "literal-signal", software, "String pid = $(cat web.pid)\nkill -s RELOAD ${pid}", /Invalid argument/, { files: { "web.pid": "1\n" } }),
  row("mkdir-twice", "mkdir", "script-made-already", software, "mkdir out\ncp a.txt out\nmkdir out", /File exists/, { files: { "a.txt": "a\n" } }),
  row("node-helper", "node", "helper-not-shipped", software, "node tools/render.js page.md", /requireStack/, { files: { "page.md": "# a\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-local-1-user", [
  row("grep-pattern", "grep", "argv-bad-pattern", user, "grep -E -c ${ARGV[0]} app.log", /Unmatched/, { files: { "app.log": "a\n" }, args: ["(error|fatal"] }),
  row("date-param", "date", "param-date", user, "param String day \"which day\"\nString stamp = $(date -d ${day} +%s)\necho ${stamp}", /invalid date/, { args: ["--day", "31.31.2026"] }),
  row("cut-separator", "cut", "environment-separator", user, "cut -d ${env.SEPARATOR} -f 2 list.csv", /single character/, { files: { "list.csv": "a;;b\n" }, environment: { SEPARATOR: ";;" } }),
  row("ask-file", "wc", "stdin-file-name", user, "String name = System.ask(\"Which file? \")\nwc -l ${name}", /No such file/, { input: "januar.csv\n" }),
  row("json-folder", "tar", "json-file-folder", user, "Json c = Json.read(\"backup.json\")\ntar -cf out.tar ${c[\"folder\"].asString()}", /No such file/, { files: { "backup.json": "{\"folder\": \"/home/ops/documents\"}\n" } }),
  row("csv-row", "gzip", "csv-field-name", user, "for (Map<String> each in Csv.readRows(ARGV[0])) { gzip -k ${each[\"file\"]} }", /No such file/, { files: { "jobs.csv": "file,owner\nfeb.txt,ann\n" }, args: ["jobs.csv"] }),
  row("list-line", "md5sum", "list-file-line", user, "for (String each in $(cat files.lst)) { md5sum ${each} }", /No such file/, { files: { "files.lst": "a.txt\nb.txt\n", "a.txt": "a\n" } }),
  row("awk-account", "id", "file-field-account", user, "String who = $(awk -F: 'NR==1 { print $2 }' owners.txt)\nid ${who}", /no such user/, { files: { "owners.txt": "shop:walter\n" } }),
  row("zstd-content", "zstd", "argv-corrupt-archive", user, "zstd -q -d -f ${ARGV[0]} -o data.out", /unsupported format|unknown header|not|error/i, { files: { "data.zst": "this is a text\n" }, args: ["data.zst"] }),
  row("patch-content", "patch", "argv-patch-unfit", user, "patch -p1 -i ${ARGV[0]}", /FAILED|failed/, { files: { "fix.diff": lines("--- a/app.ini", "+++ b/app.ini", "@@ -1,3 +1,3 @@", " [web]", "-port = 80", "+port = 8080", " host = web1"), "app.ini": "[db]\nname = shop\n" }, args: ["fix.diff"] }),
  row("sqlite-not-database", "sqlite3", "argv-not-a-database", user, "sqlite3 ${ARGV[0]} \"select count(*) from items\"", /not a database/, { files: { "stock.db": "name,count\n".repeat(200) }, args: ["stock.db"] }),
  row("useradd-not-root", "useradd", "needs-root", user, "useradd --create-home deploy", /Permission denied|cannot lock/, {}),
  row("openssl-certificate", "openssl", "environment-file-content", user, "openssl x509 -noout -enddate -in ${env.CERTIFICATE}", /Could not|unable/i, { files: { "web.pem": "not a certificate\n" }, environment: { CERTIFICATE: "web.pem" } }),
  row("unzip-password", "unzip", "param-wrong-password", user, "param String password\nunzip -o -P ${password} data.zip", /incorrect password/, { args: ["--password", "summer"], setup: "echo 1 >a.txt; zip -q -P winter data.zip a.txt; rm a.txt; ours data.zip", wants: ["zip", "unzip"] }),
  row("chmod-foreign", "chmod", "foreign-file", user, "chmod 640 /srv/shared/report.txt", /not permitted/, { setup: "mkdir -p /srv/shared; echo x >/srv/shared/report.txt; chown ann:ann /srv/shared/report.txt; chmod 644 /srv/shared/report.txt" }),
  row("yaml-number", "head", "yaml-file-number", user, "Json c = Yaml.read(\"settings.yaml\")\nhead -n ${c[\"lines\"].asString()} a.txt", /invalid number/, { files: { "settings.yaml": "lines: some\n", "a.txt": "a\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-local-1-external", [
  row("curl-path", "cat", "answer-path", external, "String path = $(curl -s http://api.partner.example/path)\ncat ${path}", /No such file/, {}),
  row("http-number", "head", "answer-number", external, "String count = Http.get(\"http://api.partner.example/number\").text.trim()\nhead -n ${count} list.txt", /invalid number/, { files: { "list.txt": "a\nb\n" } }),
  row("http-json-path", "touch", "answer-json-path", external, "Json j = Http.get(\"http://api.partner.example/port\").json()\ntouch ${j[\"path\"].asString()}", /No such file/, {}),
  row("curl-date", "date", "answer-date", external, "String version = $(curl -fsS http://api.partner.example/text)\ndate -d ${version} +%F", /invalid date/, {}),
  row("ssh-number", "sleep", "remote-output-number", external, "String pause = $(ssh -o BatchMode=yes files.corp.example cat /srv/backup/list.txt)\nsleep ${pause}", /invalid time interval/, { setup: "ssh_ready", wants: ["ssh", "/usr/sbin/sshd"] }),
  row("curl-pipe-json", "jq", "answer-piped-broken", external, "curl -s http://api.partner.example/badjson | jq -r .state", /parse error|Unfinished/, {}),
  row("download-gzip", "gunzip", "downloaded-file-content", external, "curl -s -o data.gz http://api.partner.example/html\ngunzip data.gz", /not in gzip format/, {}),
  row("stale-handle", "sort", "file-server-stale", external, "sort /srv/nfs/list.txt", /Stale file handle/, { setup: "mkdir -p /srv/nfs; echo a >/srv/nfs/list.txt; fails_at /srv/nfs/list.txt openat ESTALE sort" }),
  row("curl-lines", "stat", "answer-line-loop", external, "for (String each in $(curl -s http://api.partner.example/path)) { stat ${each} }", /No such file/, {}),
]);

export const local1: readonly FaultCase[] = [...systems, ...softwares, ...users, ...externals];
