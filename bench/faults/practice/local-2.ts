// Failures of the local machine, second batch: silent commands, other languages, the library's calls, what is read on standard input and from files that the script wrote.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-local-2-system", [
  row("copy-quiet", "cp", "quiet-read-only", system, "cp -r conf /srv/backup 2> /dev/null", /ended with status 1/, { files: { "conf/app.ini": "a=1\n" }, setup: "mkdir -p /srv/backup; touch /srv/backup/x; ours /srv/backup; readonly_mount /srv/backup" }),
  row("mkdir-german", "mkdir", "read-only-german", system, "mkdir /srv/archive/2026", /Dateisystem/, { locale: "de_DE.UTF-8", setup: "mkdir -p /srv/archive; touch /srv/archive/x; ours /srv/archive; readonly_mount /srv/archive" }),
  row("dd-japanese", "dd", "full-japanese", system, "dd if=/dev/zero of=/srv/spool/image bs=4k count=100", /copied/, { locale: "ja_JP.UTF-8", setup: "full /srv/spool; chmod 1777 /srv/spool" }),
  row("mktemp-inodes", "mktemp", "no-inodes-template", system, "String f = $(mktemp /srv/work/job.XXXXXX)\necho ${f}", /No space left/, { setup: "noinodes /srv/work" }),
  row("git-full", "git", "repository-disk-full", system, "cd /srv/site { git add . }", /No space left|write|unable/i, { setup: "mkdir -p /srv/site; mount -t tmpfs -o size=400k,mode=1777 site /srv/site; cd /srv/site; git init -q .; head -c 150000 /dev/urandom >big.bin; ours -R /srv/site; dd if=/dev/zero of=/srv/site/.git/pad bs=4k 2>/dev/null || true" }),
  row("python-full", "python3", "helper-writes-to-full", system, "python3 export.py /srv/spool/out.csv", /No space left/, { files: { "export.py": "import sys\nwith open(sys.argv[1], 'w') as f:\n    for n in range(100000):\n        f.write('%d,%d\\n' % (n, n * n))\n" }, setup: "full /srv/spool; chmod 1777 /srv/spool" }),
  row("tee-full", "tee", "log-disk-full", system, "printf '%s\\n' \"started\" | tee -a /srv/log/job.log", /No space left/, { setup: "full /srv/log; chmod 1777 /srv/log; touch /srv/log/job.log; chmod 666 /srv/log/job.log" }),
  row("flock-wait", "flock", "lock-waited-for", system, "timeout 2s flock /run/lock/nightly.lock echo started", /did not end within/, { setup: "held /run/lock/nightly.lock" }),
  row("xz-memory", "xz", "memory-limit-of-program", system, "xz -9 -k in.txt", /memory|allocate/i, { setup: "seq 300000 >in.txt; ours in.txt; shim xz prlimit --as=60000000" }),
  row("make-fork", "make", "no-more-processes", system, "make -s all", /fork|Resource temporarily/i, { files: { Makefile: "all:\n\techo done\n" }, setup: "fails clone,clone3,vfork,fork EAGAIN make" }),
  row("jq-library", "jq", "shared-library-gone", system, "jq -r .name state.json", /shared libraries/, { files: { "state.json": "{\"name\": \"a\"}\n" }, setup: "rm -f /usr/lib/*/libjq.so*" }),
  row("tar-no-zstd", "tar", "compressor-not-installed", system, "tar --zstd -cf logs.tar.zst logs", /status 127/, { files: { "logs/a.log": "a\n" }, setup: "gone zstd" }),
  row("nginx-host-config", "nginx", "host-service-config", system, "nginx -t", /unknown directive/, { as: "root", wants: ["nginx"], setup: "mkdir -p /etc/nginx/conf.d; echo 'serverr { listen 81; }' >/etc/nginx/conf.d/site.conf; grep -q conf.d /etc/nginx/nginx.conf" }),
  row("kill-dead-service", "kill", "pid-file-of-dead-service", system, "String pid = $(cat /run/web.pid)\nkill -HUP ${pid}", /No such process/, { setup: "echo 31999 >/run/web.pid" }),
  row("useradd-locked", "useradd", "accounts-locked", system, "useradd --system agent", /lock/, { as: "root", setup: "setsid sleep 300 & echo $! >/etc/passwd.lock; ln /etc/passwd.lock /etc/passwd.x 2>/dev/null || true" }),
  row("write-text-full", "System.writeText", "library-call-full", system, "param String to = \"/srv/spool\"\nSystem.writeText(\"${to}/list.txt\", \"text\\n\".repeat(100000))", /No space left/, { args: ["--to", "/srv/spool"], setup: "full /srv/spool; chmod 1777 /srv/spool" }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-local-2-software", [
  row("rename-devices", "System.rename", "literal-other-device", software, "System.writeText(\"out.txt\", \"a\\n\")\nSystem.rename(\"out.txt\", \"/tmp/out.txt\")", /EXDEV|cross-device/i, {}),
  row("grep-quiet", "grep", "quiet-literal-absent", software, "String found = $(grep -s ^version= VERSOIN)\necho ${found}", /ended with status 2/, { files: { VERSION: "version=1\n" } }),
  row("jq-here-document", "jq", "here-document-json", software, "jq -r .port <<END\n{\"port\": 8080,}\nEND\n", /parse error|Objects|Expected/i, {}),
  row("nginx-own-config", "nginx", "script-written-config", software, "cat > /srv/job/site.conf <<END\nevents { }\nhttp {\n  server { listen 8081; rot /srv/www; }\n}\nEND\nnginx -t -c /srv/job/site.conf -g 'pid /tmp/n.pid; error_log /tmp/n.log;'", /unknown directive/, { wants: ["nginx"] }),
  row("date-piped", "date", "piped-literal-date", software, "echo 2026-13-01 | date -f - +%s", /invalid date/, {}),
  row("xargs-printf", "xargs", "piped-literal-names", software, "printf '%s\\n' conf/app.ini conf/dbb.ini | xargs wc -l", /No such file/, { files: { "conf/app.ini": "a\n", "conf/db.ini": "b\n" } }),
  row("shell-script-syntax", "bash", "shipped-script-syntax", software, "bash deploy.sh", /syntax error/, { files: { "deploy.sh": "for f in a b; do\n  echo $f\n" } }),
  row("bad-interpreter", "./report.py", "shipped-script-interpreter", software, "./report.py", /pyhton|interpreter|No such file/, { files: { "report.py": "#!/usr/bin/pyhton3\nprint(1)\n" }, setup: "chmod 755 report.py" }),
  row("sed-folder", "sed", "literal-folder-as-file", software, "sed -i s/a/b/ conf", /not a regular file/, { files: { "conf/app.ini": "a\n" } }),
  row("git-tag-twice", "git", "script-tagged-already", software, "git init -q work\ncd work { git -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m first; git tag v1; git tag v1 }", /already exists/, {}),
  row("rsync-option", "rsync", "literal-option-slip", software, "rsync -a --delte conf/ out/", /unknown option/, { files: { "conf/a": "a\n" } }),
  row("sqlite-unique", "sqlite3", "literal-row-twice", software, "sqlite3 app.db \"create table items (id integer primary key)\"\nfor (int id in [1, 2, 2]) { sqlite3 app.db \"insert into items values (${id})\" }", /UNIQUE/, {}),
  row("java-class", "java", "const-class-name", software, "const MAIN = \"Mian\"\njavac Main.java\njava -cp . ${MAIN}", /Could not find or load/, { files: { "Main.java": "class Main { public static void main(String[] a) { System.out.println(1); } }\n" }, wants: ["javac"], patience: 90 }),
  row("javac-source", "javac", "source-missing-symbol", software, "javac src/App.java", /1 error/, { files: { "src/App.java": "class App { public static void main(String[] a) { Sytem.out.println(1); } }\n" }, wants: ["javac"], patience: 90 }),
  row("long-name", "touch", "built-long-name", software, "String name = \"report\"\nfor (int i = 0; i < 60; i++) { name = name + \"-part\" }\ntouch ${name}", /too long/, {}),
  row("printf-number", "printf", "literal-number-format", software, "String count = \"ten\"\nprintf '%d\\n' ${count}", /numeric value/, {}),
]);

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-local-2-user", [
  row("jq-quiet-content", "jq", "quiet-argv-content", user, "jq -e . ${ARGV[0]} > /dev/null 2> /dev/null", /ended with status/, { files: { "state.json": "{\"a\": \n" }, args: ["state.json"] }),
  row("cat-german", "cat", "argv-absent-german", user, "cat ${ARGV[0]}", /Datei oder Verzeichnis/, { locale: "de_DE.UTF-8", args: ["bericht.txt"] }),
  row("tar-japanese", "tar", "param-corrupt-japanese", user, "param String archive\ntar -tf ${archive}", /tar/, { locale: "ja_JP.UTF-8", files: { "backup.tar": "this is no archive\n".repeat(60) }, args: ["--archive", "backup.tar"] }),
  row("git-own-config", "git", "home-config-broken", user, "git init -q work", /bad config/, { setup: "printf '[user\\n name = x\\n' >/home/ops/.gitconfig; ours /home/ops/.gitconfig" }),
  row("sqlite-foreign", "sqlite3", "foreign-database", user, "sqlite3 /srv/shop/stock.db \"insert into items values ('a')\"", /readonly|read-only/, { setup: "mkdir -p /srv/shop; sqlite3 /srv/shop/stock.db 'create table items (name text)'; chown -R ann:ann /srv/shop; chmod 644 /srv/shop/stock.db" }),
  row("read-text-rights", "System.readText", "argv-foreign-file", user, "println(System.readText(ARGV[0]).length)", /Permission denied/, { args: ["/srv/hr/pay.csv"], setup: "mkdir -p /srv/hr; echo x >/srv/hr/pay.csv; chown ann:ann /srv/hr/pay.csv; chmod 600 /srv/hr/pay.csv" }),
  row("csv-quote", "Csv.read", "argv-csv-broken", user, "for (String[] each in Csv.read(ARGV[0])) { println(each[0]) }", /FormatFault/, { files: { "hosts.csv": "host,port\n\"web,80\n" }, args: ["hosts.csv"] }),
  row("json-settings", "Json.read", "settings-file-broken", user, "Json c = Json.read(\"settings.json\")\nprintln(c[\"port\"].asInt())", /FormatFault/, { files: { "settings.json": "{\"port\": 80\n" } }),
  row("parse-field", "int.parse", "csv-field-number", user, "for (Map<String> each in Csv.readRows(\"orders.csv\")) { println(int.parse(each[\"amount\"]) * 2) }", /FormatFault/, { files: { "orders.csv": "name,amount\nweb,12\ndb,twelve\n" } }),
  row("duration-environment", "Duration.parse", "environment-duration", user, "Duration d = Duration.parse(env.WAIT)\nsleep(d)", /FormatFault/, { environment: { WAIT: "a while" } }),
  row("mount-not-root", "mount", "mount-needs-root", user, "mount -o remount,rw /srv", /superuser|permission/i, {}),
  row("kill-init", "kill", "foreign-process", user, "kill -TERM 1", /not permitted/, {}),
  row("xargs-list", "xargs", "argv-list-names", user, "xargs -a ${ARGV[0]} wc -c", /No such file/, { files: { "list.txt": "a.txt\nfehlt.txt\n", "a.txt": "a\n" }, args: ["list.txt"] }),
  row("git-branch", "git", "param-branch", user, "param String branch\ncd work { git checkout -q ${branch} }", /did not match/, { args: ["--branch", "relase-2"], setup: "git init -q work; cd work; git -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m first; cd ..; ours work" }),
  row("make-target", "make", "param-target", user, "param String target\nmake -s ${target}", /No rule/, { files: { Makefile: "all:\n\techo done\n" }, args: ["--target", "instal"] }),
  row("iconv-environment", "iconv", "environment-charset", user, "iconv -f ${env.CHARSET} -t UTF-8 in.txt", /not supported|unknown|conversion/i, { files: { "in.txt": "a\n" }, environment: { CHARSET: "latin-one" } }),
  row("split-size", "split", "param-size", user, "param String size\nsplit -b ${size} big.bin part-", /invalid number of bytes/, { files: { "big.bin": "x".repeat(1000) }, args: ["--size", "10Mo"] }),
  row("chmod-ini", "chmod", "ini-field-mode", user, "String mode = $(grep ^mode= job.ini | cut -d= -f2)\nchmod ${mode} a.txt", /invalid mode/, { files: { "job.ini": "name=a\nmode=readable\n", "a.txt": "a\n" } }),
  row("stdin-names", "stat", "stdin-line-names", user, "String? name = System.fgets(System.stdin)\nwhile (name != null) {\n  stat -c %s ${name}\n  name = System.fgets(System.stdin)\n}", /No such file/, { input: "a.txt\nb.txt\n", files: { "a.txt": "a\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-local-2-external", [
  row("scp-content", "gunzip", "copied-file-content", external, "scp -q -o BatchMode=yes files.corp.example:/srv/backup/list.txt data.gz\ngunzip data.gz", /not in gzip format/, { setup: "ssh_ready", wants: ["ssh", "/usr/sbin/sshd"] }),
  row("rsync-number", "int.parse", "synced-file-number", external, "rsync -q rsync://files.corp.example/backup/list.txt .\nint n = int.parse(System.readText(\"list.txt\").trim())\nprintln(n)", /FormatFault/, { wants: ["rsync"] }),
  row("download-json", "Json.read", "downloaded-json", external, "Http.download(\"http://api.partner.example/badjson\", \"state.json\")\nJson j = Json.read(\"state.json\")\nprintln(j[\"state\"].asString())", /FormatFault/, {}),
  row("redirect-csv", "Csv.readRows", "redirected-answer-csv", external, "String file = \"hosts.csv\"\ncurl -fsS http://api.partner.example/badcsv > ${file}\nprintln(Csv.readRows(file).length)", /FormatFault/, {}),
  row("curl-tar", "tar", "answer-piped-archive", external, "curl -s http://api.partner.example/html | tar -xz", /not in gzip format|gzip/, {}),
  row("curl-xargs", "xargs", "answer-piped-value", external, "curl -s http://api.partner.example/number | xargs sleep", /invalid time interval/, {}),
  row("wget-jq-number", "head", "downloaded-json-field", external, "wget -q -O port.json http://api.partner.example/port\nString count = $(jq -r .port port.json)\nhead -n ${count} a.txt", /invalid number/, { files: { "a.txt": "a\n" }, wants: ["wget"] }),
  row("curl-lines-file", "System.stat", "answer-file-line", external, "curl -s http://api.partner.example/path > paths.txt\nfor (String each in System.readLines(\"paths.txt\")) { println(System.stat(each).size) }", /No such file/, {}),
  row("remote-io", "cat", "file-server-remote-error", external, "cat /srv/nfs/day.log", /Remote I\/O error/, { setup: "mkdir -p /srv/nfs; echo a >/srv/nfs/day.log; fails_at /srv/nfs/day.log read EREMOTEIO cat" }),
  row("ssh-pipe-date", "date", "remote-output-piped", external, "ssh -o BatchMode=yes files.corp.example cat /srv/backup/list.txt | date -f - +%s", /invalid date/, { setup: "ssh_ready", wants: ["ssh", "/usr/sbin/sshd"] }),
]);

export const local2: readonly FaultCase[] = [...systems, ...softwares, ...users, ...externals];
