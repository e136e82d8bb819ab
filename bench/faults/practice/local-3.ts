// Failures of the local machine, third batch: packages, accounts, limits, crashes, settings and variables that commands read by themselves, the script's own standard input.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-local-3-system", [
  row("dpkg-status", "dpkg", "package-list-damaged", system, "dpkg -s bash", /error/, { setup: "printf 'garbage\\n\\nmore' >/var/lib/dpkg/status" }),
  row("apt-sources", "apt-get", "package-sources-malformed", system, "apt-get install -y --no-install-recommends jq", /Malformed|sources/, { as: "root", setup: "echo 'deb http:/broken' >/etc/apt/sources.list.d/local.list" }),
  row("venv-without-pip", "python3", "part-of-python-not-installed", system, "python3 -m venv env", /ensurepip|venv/, { setup: "rm -rf /usr/lib/python3*/ensurepip" }),
  row("paste-descriptors", "paste", "open-files-limit", system, "String[] parts = glob(\"parts/*.txt\")\npaste ${parts} > all.txt", /Too many open files/, { setup: "mkdir parts; for n in $(seq 10 60); do echo $n >parts/$n.txt; done; ours parts; shim paste prlimit --nofile=20" }),
  row("dd-file-size", "dd", "file-size-limit", system, "dd if=/dev/zero of=image bs=64k count=10", /SIGXFSZ|File too large/, { setup: "shim dd prlimit --fsize=100000" }),
  row("gzip-killed", "gzip", "killed-from-outside", system, "gzip -k dump.sql", /SIGKILL/, { files: { "dump.sql": "x\n" }, setup: "printf '#!/bin/sh\\nkill -9 $$\\n' >/usr/local/bin/gzip; chmod 755 /usr/local/bin/gzip" }),
  row("su-shell", "su", "account-shell-absent", system, "su deploy -c 'id -u'", /failed to execute|No such file/, { as: "root", setup: "echo 'deploy:x:2010:2010::/srv:/opt/shells/zsh' >>/etc/passwd; echo 'deploy:*:19000:0:99999:7:::' >>/etc/shadow; echo 'deploy:x:2010:' >>/etc/group" }),
  row("sudo-bit", "sudo", "setuid-bit-lost", system, "sudo -n id", /setuid|owned by/, { setup: "cp /usr/bin/sudo /usr/bin/sudo.x; mv /usr/bin/sudo.x /usr/bin/sudo; chmod 755 /usr/bin/sudo" }),
  row("at-spool", "at", "job-spool-absent", system, "at -f run.sh 03:00", /No such file|cannot|Cannot/, { files: { "run.sh": "echo run\n" }, setup: "rm -rf /var/spool/cron/atjobs", wants: ["at"] }),
  row("gpg-agent", "gpg", "agent-not-installed", system, "gpg --batch --passphrase '' --quick-generate-key ann", /agent/, { setup: "rm -f /usr/bin/gpg-agent" }),
  row("tmp-mode", "mktemp", "tmp-not-writable", system, "String f = $(mktemp)\necho ${f}", /Permission denied/, { setup: "chmod 755 /tmp" }),
  row("tape", "tar", "literal-device-absent", system, "tar -tf /dev/nst0", /No such file/, {}),
  row("perl-helper-module", "perl", "helper-needs-module", system, "perl report.pl usage.txt", /BEGIN failed/, { files: { "report.pl": "use strict;\nuse Spreadsheet::WriteExcel;\nprint 1;\n", "usage.txt": "a\n" } }),
  row("zip-tmp-full", "zip", "archive-disk-full-loop", system, "for (String each in [\"a.bin\", \"b.bin\"]) { zip -q /srv/out/all.zip ${each} }", /disk full|No space|write error/i, { setup: "full /srv/out; chmod 1777 /srv/out; head -c 200000 /dev/urandom >a.bin; cp a.bin b.bin; ours a.bin b.bin", wants: ["zip"] }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-local-3-software", [
  row("own-crash", "./report", "own-program-crashes", software, "gcc -o report report.c\n./report", /SIGSEGV/, { files: { "report.c": "#include <stdio.h>\nint main(void) { int *p = 0; *p = 1; printf(\"%d\", *p); return 0; }\n" } }),
  row("python-assertion", "python3", "helper-assertion", software, "python3 check.py 3", /AssertionError/, { files: { "check.py": "import sys\nsizes = []\nassert len(sizes) == int(sys.argv[1])\n" } }),
  row("node-type", "node", "helper-type-error", software, "node render.js page.md", /Node\.js|TypeError/, { files: { "render.js": "const page = {};\nconsole.log(page.title.toUpperCase());\n", "page.md": "a\n" } }),
  row("perl-method", "perl", "helper-undefined-object", software, "perl sum.pl usage.txt", /method/, { files: { "sum.pl": "my %t;\nprint $t{first}->name();\n", "usage.txt": "a\n" } }),
  row("cmake-command", "cmake", "build-description-mistake", software, "cmake -S . -B build", /CMake/, { files: { "CMakeLists.txt": "cmake_minimum_required(VERSION 3.10)\nproject(tool NONE)\nadd_exe(tool main.c)\n" }, wants: ["cmake"] }),
  row("ld-undefined", "gcc", "source-without-definition", software, "gcc -o tool main.c", /undefined reference|ld returned/, { files: { "main.c": "int total(int n);\nint main(void) { return total(3); }\n" } }),
  row("find-exec", "find", "literal-exec-unended", software, "find . -name '*.tmp' -exec rm {}", /missing argument/, {}),
  row("sort-key", "sort", "const-sort-key", software, "const KEY = \"two\"\nsort -t , -k ${KEY} data.csv", /invalid number/, { files: { "data.csv": "a,b\n" } }),
  row("keygen-type", "ssh-keygen", "literal-key-type", software, "ssh-keygen -q -t rsa9 -N '' -f key", /unknown key type/, {}),
  row("openssl-cipher", "openssl", "literal-cipher", software, "openssl enc -aes-257-cbc -k x -in a.txt -out a.enc", /enc/, { files: { "a.txt": "a\n" } }),
  row("useradd-name", "useradd", "literal-account-name", software, "String name = \"Web Server\"\nuseradd ${name}", /invalid user name/, { as: "root" }),
  row("sleep-words", "sleep", "literal-time-words", software, "sleep 5 minutes", /invalid time interval/, {}),
  row("expr-word", "expr", "literal-number-word", software, "String n = $(expr 10 + ten)\necho ${n}", /non-integer/, {}),
  row("sqlite-table", "sqlite3", "literal-table-name", software, "sqlite3 app.db 'create table items (id integer)'\nsqlite3 app.db 'select count(*) from itmes'", /no such table/, {}),
  row("java-null", "java", "own-class-null", software, "java App.java", /NullPointerException/, { files: { "App.java": "class App { static String name; public static void main(String[] a) { System.out.println(name.length()); } }\n" }, wants: ["javac"], patience: 90 }),
  row("npm-script", "npm", "literal-script-name", software, "npm run --silent biuld", /ended with/, { files: { "package.json": "{\"name\": \"a\", \"version\": \"1.0.0\", \"scripts\": {\"build\": \"true\"}}\n" }, wants: ["npm"] }),
  row("pip-file", "pip", "literal-requirements-name", software, "pip install --break-system-packages --quiet -r requirments.txt", /Could not open requirements|No such file/, { files: { "requirements.txt": "x\n" }, wants: ["pip"] }),
  row("cp-several", "cp", "literal-target-no-folder", software, "cp a.txt b.txt c.txt", /not a directory/i, { files: { "a.txt": "a\n", "b.txt": "b\n", "c.txt": "c\n" } }),
  row("mv-itself", "mv", "literal-into-itself", software, "String to = \"data/old\"\nmv data ${to}", /subdirectory of itself/, { files: { "data/a": "a\n" } }),
  row("json-literal", "Json.parse", "literal-json-text", software, "Json j = Json.parse(\"{port: 80}\")\nprintln(j[\"port\"].asInt())", /FormatFault/, {}),
]);

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-local-3-user", [
  row("tar-options", "tar", "variable-of-tar", user, "tar -cf conf.tar conf", /unrecognized option/, { files: { "conf/a": "a\n" }, environment: { TAR_OPTIONS: "--no-recursive-links" } }),
  row("tmpdir", "mktemp", "variable-tmpdir", user, "String f = $(mktemp)\necho ${f}", /No such file/, { environment: { TMPDIR: "/home/ops/scratch" } }),
  row("git-dir", "git", "variable-git-dir", user, "git log -1", /not a git repository/, { environment: { GIT_DIR: "/home/ops/site.git" } }),
  row("ssh-config", "ssh", "home-ssh-config", user, "ssh -G files.corp.example", /Bad configuration option|config/, { setup: "mkdir -p /home/ops/.ssh; printf 'Hots *\\n  User ops\\n' >/home/ops/.ssh/config; chmod 600 /home/ops/.ssh/config; ours -R /home/ops/.ssh", wants: ["ssh"] }),
  row("cron-minute", "crontab", "argv-cron-line", user, "crontab ${ARGV[0]}", /bad minute/, { files: { "jobs.cron": "61 3 * * * /srv/job/run\n" }, args: ["jobs.cron"], as: "root" }),
  row("dpkg-content", "dpkg", "argv-not-a-package", user, "dpkg -i ${ARGV[0]}", /tool\.deb/, { files: { "tool.deb": "no package\n" }, args: ["tool.deb"], as: "root" }),
  row("apt-rights", "apt-get", "install-needs-root", user, "apt-get install -y jq", /are you root/, {}),
  row("param-list", "cat", "param-list-name", user, "param String[] part\ncat ${part} > all.txt", /No such file/, { files: { "a.txt": "a\n" }, args: ["--part", "a.txt", "--part", "c.txt"] }),
  row("object-field", "tail", "object-field-argv", user, "class Job {\n  const String log\n  Job(String log) { this.log = log }\n}\nJob j = Job(ARGV[0])\ntail -n 3 ${j.log}", /No such file/, { args: ["logs/may.log"] }),
  row("map-environment", "ls", "map-value-environment", user, "Map<String> places = {\"in\": env.INBOX, \"out\": \"out\"}\nls ${places[\"in\"]}", /No such file/, { environment: { INBOX: "/srv/inbox7" } }),
  row("stdin-captured", "id", "stdin-captured-line", user, "String[] names = $(cat)\nfor (String each in names) { id ${each} }", /no such user/, { input: "ops\nwalther\n" }),
  row("stdin-date", "date", "stdin-read-by-command", user, "date -f - +%s", /invalid date/, { input: "2026-11-26\nsoon\n" }),
  row("stdin-xargs", "xargs", "stdin-names-of-xargs", user, "xargs md5sum", /No such file/, { input: "a.txt\nmissing.txt\n", files: { "a.txt": "a\n" } }),
  row("base64-stdin", "base64", "stdin-content", user, "base64 -d > out.bin", /invalid input/, { input: "%%% no base64 %%%\n" }),
  row("install-rights", "install", "system-folder-needs-root", user, "install -m 755 tool.sh /usr/local/bin/tool", /Permission denied/, { files: { "tool.sh": "#!/bin/sh\n" } }),
  row("chrt-rights", "chrt", "priority-needs-root", user, "chrt -f 10 ls", /not permitted/, {}),
  row("copy-quiet-rights", "cp", "quiet-system-folder", user, "cp app.conf /etc/app.conf 2> /dev/null", /ended with status 1/, { files: { "app.conf": "a\n" } }),
  row("rm-japanese", "rm", "argv-absent-japanese", user, "rm ${ARGV[0]}", /rm/, { locale: "ja_JP.UTF-8", args: ["sagyou.tmp"] }),
  row("chmod-german", "chmod", "param-mode-german", user, "param String mode\nchmod ${mode} a.txt", /chmod/, { locale: "de_DE.UTF-8", files: { "a.txt": "a\n" }, args: ["--mode", "lesbar"] }),
  row("env-default", "head", "environment-or-default", user, "String count = env.LINES_SHOWN ?? \"10\"\nhead -n ${count} a.txt", /invalid number/, { files: { "a.txt": "a\n" }, environment: { LINES_SHOWN: "all" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-local-3-external", [
  row("curl-gpg", "gpg", "answer-piped-key", external, "curl -fsS http://api.partner.example/html | gpg --batch --import", /no valid OpenPGP/, {}),
  row("curl-deb", "dpkg", "downloaded-package", external, "curl -fsS -o tool.deb http://api.partner.example/html\ndpkg -i tool.deb", /tool\.deb/, { as: "root" }),
  row("curl-jq-file", "jq", "redirected-answer-json", external, "String feed = \"feed.json\"\ncurl -fsS http://api.partner.example/html > ${feed}\njq -r .state ${feed}", /parse error|Invalid/, {}),
  row("curl-checksums", "sha256sum", "answer-piped-checksums", external, "curl -fsS http://api.partner.example/text | sha256sum -c", /no properly formatted/, {}),
  row("ssh-sql", "sqlite3", "fetched-statements", external, "ssh -o BatchMode=yes files.corp.example cat /srv/backup/list.txt > dump.sql\nsqlite3 app.db < dump.sql", /syntax error|incomplete/i, { setup: "ssh_ready; ", wants: ["ssh", "/usr/sbin/sshd"] }),
  row("find-stale", "find", "file-server-stale-walk", external, "find /srv/nfs/days -name '*.log'", /Stale file handle/, { setup: "mkdir -p /srv/nfs/days; touch /srv/nfs/days/a.log; fails_at /srv/nfs/days openat ESTALE find" }),
  row("http-xargs", "xargs", "answer-text-to-xargs", external, "String text = Http.get(\"http://api.partner.example/path\").text\nxargs wc -l <<< ${text}", /No such file/, {}),
  row("curl-chown", "chown", "answer-account", external, "String owner = $(curl -fsS http://api.partner.example/number)\nchown ${owner} a.txt", /invalid user/, { files: { "a.txt": "a\n" }, as: "root" }),
]);

export const local3: readonly FaultCase[] = [...systems, ...softwares, ...users, ...externals];
