// Failures of the local machine, fifth batch: error numbers that are seldom met, waiting, local services, builders and package tools without a network.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-local-5-system", [
  row("umount-busy", "umount", "mount-in-use", system, "umount /srv/data", /busy/, { as: "root", setup: "mkdir -p /srv/data; mount -t tmpfs d /srv/data; touch /srv/data/x; setsid sh -c 'exec 9</srv/data/x; sleep 300' & sleep 0.2" }),
  row("rm-mount-point", "rm", "folder-is-a-mount", system, "rm -r /srv/build/tmp", /busy|not permitted/, { as: "root", setup: "mkdir -p /srv/build/tmp; mount -t tmpfs d /srv/build/tmp" }),
  row("tar-link-loop", "cat", "links-in-a-circle", system, "cat /srv/site/current/index.html", /Too many levels/, { setup: "mkdir -p /srv/site; ln -s live /srv/site/current; ln -s current /srv/site/live" }),
  row("docker-down", "docker", "local-daemon-down", system, "docker ps -q", /daemon/, { wants: ["docker"] }),
  row("psql-socket", "psql", "local-database-down", system, "psql -qAt -c 'select 1' shop", /socket|could not connect|connection/i, { wants: ["psql"] }),
  row("mysql-socket", "mysql", "local-mysql-down", system, "mysql -e 'select 1'", /socket|Can't connect/i, { wants: ["mysql"] }),
  row("apache-config", "apachectl", "host-apache-config", system, "apachectl configtest", /Syntax|Invalid command|failed|error/i, { as: "root", wants: ["apachectl"], setup: "echo 'DocumentRot /srv/www' >>/etc/apache2/apache2.conf" }),
  row("fifo-service", "cat", "pipe-nobody-writes", system, "timeout 2s cat /run/agent/events", /did not end within/, { setup: "mkdir -p /run/agent; mkfifo /run/agent/events; chmod 644 /run/agent/events" }),
  row("quota", "cp", "quota-of-user", system, "cp big.bin /srv/home/big.bin", /quota/, { files: { "big.bin": "x\n" }, setup: "mkdir -p /srv/home; chmod 777 /srv/home; fails_at /srv/home/big.bin write,copy_file_range EDQUOT cp" }),
  row("acl-unsupported", "setfacl", "file-system-without-acl", system, "setfacl -m u:ann:r /srv/share/a.txt", /not supported/, { setup: "mkdir -p /srv/share; mount -t ramfs r /srv/share; echo a >/srv/share/a.txt; ours -R /srv/share", wants: ["setfacl"] }),
  row("python-broken-library", "python3", "library-file-damaged", system, "python3 -c \"import ssl; print(ssl.OPENSSL_VERSION)\"", /ImportError|invalid ELF|file too short|cannot open shared/i, { setup: "f=$(ls /usr/lib/python3*/lib-dynload/_ssl*.so); : >$f" }),
  row("git-object-damaged", "git", "repository-damaged", system, "cd /srv/site { git log -1 }", /corrupt|bad object|empty|fatal/i, { setup: "git init -q /srv/site; cd /srv/site; git -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m a; for f in $(find .git/objects -type f); do chmod 644 $f; : >$f; done; ours -R /srv/site" }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-local-5-software", [
  row("too-many-words", "ls", "built-list-too-long", software, "String[] names = []\nfor (int i = 0; i < 60000; i++) { names.push(\"/srv/job/some/long/folder/name/entry-${i}.txt\") }\nls ${names}", /cannot start/, {}),
  row("sleep-over-limit", "sleep", "literal-sleep-over-limit", software, "timeout 1s sleep 20", /did not end within/, {}),
  row("pipe-unread", "sh", "helper-waits-for-itself", software, "timeout 2s sh drain.sh", /did not end within/, { files: { "drain.sh": "mkfifo q\ncat q\n" } }),
  row("link-devices", "ln", "literal-hard-link-other-device", software, "touch a.txt\nln a.txt /tmp/a.txt", /cross-device/, {}),
  row("npm-no-package", "npm", "folder-without-package", software, "mkdir web\ncd web { npm run --silent build }", /ended with/, { wants: ["npm"] }),
  row("ninja-file", "ninja", "literal-build-folder", software, "ninja -C bulid", /bulid|No such file/, { files: { "build/build.ninja": "rule x\n  command = true\nbuild a: x\n" }, wants: ["ninja"] }),
  row("cargo-manifest", "cargo", "manifest-mistake", software, "cargo metadata --offline --no-deps --format-version 1", /manifest|parse/i, { files: { "Cargo.toml": "[package]\nname = tool\nversion = \"1.0.0\"\n", "src/main.rs": "fn main() {}\n" }, wants: ["cargo"] }),
  row("tclsh-source", "tclsh", "helper-unknown-command", software, "tclsh report.tcl", /increment total/, { files: { "report.tcl": "set total 0\nincrement total\n" }, wants: ["tclsh"] }),
  row("msgfmt-source", "msgfmt", "shipped-catalogue-mistake", software, "msgfmt -o de.mo ${SCRIPT_DIR}/po/de.po", /keyword|error|fatal/i, { files: { "po/de.po": "msgid \"a\"\nmsgst \"b\"\n" }, wants: ["msgfmt"] }),
  row("ar-member", "ar", "literal-archive-missing", software, "ar x libtol.a", /No such file/, { files: { "libtool.a": "!<arch>\n" }, wants: ["ar"] }),
  row("strip-script", "strip", "literal-no-binary", software, "strip run.sh", /not recognized/, { files: { "run.sh": "#!/bin/sh\n" }, wants: ["strip"] }),
  row("openssl-subject", "openssl", "literal-subject-form", software, "openssl req -new -newkey rsa:2048 -nodes -keyout k.pem -out r.pem -subj CN=web", /subject|format|req/i, {}),
  row("uniq-option", "uniq", "literal-option-value", software, "uniq --group=middle a.txt", /uniq --help/, { files: { "a.txt": "a\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-local-5-user", [
  row("long-argument", "touch", "argv-long-name", user, "touch ${ARGV[0]}", /too long/, { args: ["y".repeat(300)] }),
  row("sleep-param", "sleep", "param-time-over-limit", user, "param String pause\ntimeout 1s sleep ${pause}", /did not end within/, { args: ["--pause", "30"] }),
  row("comm-order", "comm", "user-list-unsorted", user, "comm ${ARGV[0]} ${ARGV[1]}", /not in sorted order/, { args: ["a.lst", "b.lst"], files: { "a.lst": "b\na\n", "b.lst": "a\n" } }),
  row("tmux-session", "tmux", "param-session", user, "param String session\ntmux kill-session -t ${session}", /session|server/, { args: ["--session", "nightly"], wants: ["tmux"], setup: "setpriv --reuid=2001 --regid=2001 --clear-groups env HOME=/home/ops LC_ALL=C.UTF-8 setsid tmux new-session -d -s daily 'sleep 200' </dev/null; sleep 0.3" }),
  row("passwd-other", "passwd", "other-account", user, "passwd -S ann", /permission|may not/i, {}),
  row("crontab-other", "crontab", "other-crontab", user, "crontab -u ann -l", /privileged|must be/, {}),
  row("systemctl-user", "renice", "foreign-priority", user, "renice -n -5 -p 1", /Permission denied|not permitted/, {}),
  row("mktemp-folder", "mktemp", "environment-folder", user, "String f = $(mktemp -p ${env.WORK} job.XXXXXX)\necho ${f}", /No such file/, { environment: { WORK: "/srv/wrk" } }),
  row("csv-empty-field", "date", "csv-empty-date", user, "for (Map<String> each in Csv.readRows(ARGV[0])) { date -d \"${each[\"day\"]} 00:00\" +%s }", /invalid date/, { args: ["days.csv"], files: { "days.csv": "day,n\n2026-11-26,1\n26/31/2026,2\n" } }),
  row("xz-cut", "xz", "argv-archive-cut", user, "for (String each in ARGV) { xz -t ${each} }", /Unexpected end/, { args: ["a.xz"], setup: "seq 1000 | xz >full.xz; head -c 60 full.xz >a.xz; ours a.xz" }),
  row("gpg-passphrase", "gpg", "param-passphrase-file", user, "param String key\ngpg --batch --quiet --pinentry-mode loopback --passphrase-file ${key} -d secret.gpg", /decryption failed|Bad|bad/, { args: ["--key", "key.txt"], files: { "key.txt": "summer\n" }, setup: "echo a >plain; HOME=/tmp GNUPGHOME=/tmp/g; mkdir -m 700 /tmp/g; GNUPGHOME=/tmp/g gpg --batch --quiet --pinentry-mode loopback --passphrase winter -c -o secret.gpg plain; ours secret.gpg; rm -rf /tmp/g" }),
  row("locale-japanese-content", "base64", "argv-content-japanese", user, "base64 -d ${ARGV[0]} > out.bin", /base64/, { locale: "ja_JP.UTF-8", args: ["data.b64"], files: { "data.b64": "***\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-local-5-external", [
  row("curl-number-test", "int.parse", "answer-number-parse", external, "int n = int.parse($(curl -fsS http://api.partner.example/number))\nprintln(n + 1)", /FormatFault/, {}),
  row("rsync-checksum", "gunzip", "synced-folder-content", external, "mkdir in\nrsync -q rsync://files.corp.example/backup/list.txt in/\ngunzip -c < in/list.txt > out", /not in gzip format/, { wants: ["rsync"] }),
  row("nfs-stale-cd", "du", "file-server-stale-folder", external, "du -s /srv/nfs/days", /Stale/, { setup: "mkdir -p /srv/nfs/days; fails newfstatat,statx,fstat ESTALE du 3+" }),
  row("http-mode", "chmod", "answer-header-mode", external, "String mode = Http.get(\"http://api.partner.example/text\").text.words()[0]\nchmod ${mode} a.txt", /invalid mode/, { files: { "a.txt": "a\n" } }),
  row("curl-xmllint", "python3", "answer-piped-program-input", external, "curl -fsS http://api.partner.example/badjson | python3 -m json.tool", /Expecting|delimiter/, {}),
  row("ssh-list-xargs", "xargs", "remote-list-names", external, "ssh -o BatchMode=yes files.corp.example cat /srv/backup/list.txt | xargs sha256sum", /No such file/, { setup: "ssh_ready", wants: ["ssh", "/usr/sbin/sshd"] }),
]);

export const local5: readonly FaultCase[] = [...systems, ...softwares, ...users, ...externals];
