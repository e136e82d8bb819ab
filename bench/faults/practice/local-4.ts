// Failures of the local machine, fourth batch: rights, silence, locales, services, and values on longer ways.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-local-4-system", [
  row("rm-read-only-var", "rm", "const-read-only-mount", system, "const CACHE = \"/srv/cache/old\"\nrm -r ${CACHE}", /Read-only file system/, { setup: "mkdir -p /srv/cache/old; touch /srv/cache/old/a; ours -R /srv/cache; readonly_mount /srv/cache" }),
  row("install-full", "install", "argv-target-full", system, "install -m 644 app.bin ${ARGV[0]}", /No space left/, { args: ["/srv/store/app.bin"], setup: "head -c 90000 /dev/urandom >app.bin; full /srv/store; chmod 1777 /srv/store" }),
  row("bzip2-disk-error", "bzip2", "disk-write-error", system, "bzip2 -k dump.sql", /I\/O|Input\/output/i, { files: { "dump.sql": "x\n".repeat(4000) }, setup: "fails_at /srv/job/dump.sql read EIO bzip2" }),
  row("ln-read-only-japanese", "ln", "read-only-japanese", system, "ln -sf releases/7 /srv/site/current", /ln/, { locale: "ja_JP.UTF-8", setup: "mkdir -p /srv/site; touch /srv/site/x; ours /srv/site; readonly_mount /srv/site" }),
  row("service-down-tool", "sh", "script-needs-service", system, "sh deploy.sh", /systemd|bus/i, { files: { "deploy.sh": "set -e\necho deploying\nsystemctl restart web\n" } }),
  row("script-misses-program", "bash", "shipped-script-missing-tool", system, "bash pack.sh conf", /command not found/, { files: { "pack.sh": "set -e\ntar -cf - \"$1\" | pixz -9 > out.tpxz\n", "conf/a": "a\n" } }),
  row("sed-inodes", "sed", "no-inodes-in-place", system, "sed -i s/a/b/ /srv/conf/app.ini", /No space left/, { setup: "mkdir -p /srv/conf; mount -t tmpfs -o size=4m,nr_inodes=8,mode=1777 conf /srv/conf; echo a >/srv/conf/app.ini; ours /srv/conf/app.ini; for n in 1 2 3 4 5 6 7 8 9; do touch /srv/conf/old-$n || break; done 2>/dev/null || true" }),
  row("mkfifo-quiet-full", "mkdir", "quiet-no-inodes", system, "String day = $(date +%F)\nmkdir /srv/day/${day} 2> /dev/null", /ended with status 1/, { setup: "noinodes /srv/day" }),
  row("append-read-only", "System.appendText", "library-append-read-only", system, "System.appendText(\"/srv/log/job.log\", \"started\\n\")", /EROFS|Read-only/, { setup: "mkdir -p /srv/log; touch /srv/log/job.log; ours -R /srv/log; readonly_mount /srv/log" }),
  row("python-io-error", "python3", "helper-meets-disk-error", system, "python3 count.py data.bin", /Input\/output error/, { files: { "count.py": "import sys\nprint(len(open(sys.argv[1], 'rb').read()))\n", "data.bin": "abc" }, setup: "fails_at /srv/job/data.bin read EIO python3" }),
  row("make-needs-tool", "make", "build-missing-tool", system, "make -s docs", /not found|Error 127/, { files: { Makefile: "docs:\n\tpandoc-render index.md\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-local-4-software", [
  row("function-path", "cp", "function-built-path", software, "String place(String kind) { return \"templates/\" + kind + \".tpl\" }\ncp ${place(\"maill\")} out.txt", /No such file/, { files: { "templates/mail.tpl": "a\n" } }),
  row("ternary-option", "sort", "conditional-literal-option", software, "boolean byNumber = true\nString how = byNumber ? \"--numbers\" : \"--reverse\"\nsort ${how} data.txt", /ambiguous|unrecognized/, { files: { "data.txt": "1\n" } }),
  row("map-literal", "tail", "map-literal-name", software, "Map<String> logs = {\"web\": \"logs/web.log\", \"db\": \"logs/bd.log\"}\nfor (String name in logs) { tail -n 1 ${logs[name]} }", /No such file/, { files: { "logs/web.log": "a\n", "logs/db.log": "b\n" } }),
  row("split-list", "stat", "split-literal-list", software, "for (String each in \"conf/a.ini,conf/b.ini\".split(\",\")) { stat -c %s ${each} }", /No such file/, { files: { "conf/a.ini": "a\n" } }),
  row("script-dir", "cat", "beside-script-slip", software, "cat ${SCRIPT_DIR}/etc/defalts.ini", /No such file/, { files: { "etc/defaults.ini": "a\n" } }),
  row("quiet-sed", "sed", "quiet-literal-program", software, "sed -n 's/a/b' a.txt 2> /dev/null", /ended with status 1/, { files: { "a.txt": "a\n" } }),
  row("tar-usage-german", "tar", "literal-usage-german", software, "tar -f conf.tar conf", /tar/, { locale: "de_DE.UTF-8", files: { "conf/a": "a\n" } }),
  row("git-sub", "git", "literal-subcommand", software, "git init -q work\ncd work { git comit -m first }", /is not a git command/, {}),
  row("chmod-literal", "chmod", "literal-mode-slip", software, "chmod u=rwX,g=rX,o=- tool.sh\nchmod 0789 tool.sh", /invalid mode/, { files: { "tool.sh": "a\n" } }),
  row("bash-undefined", "bash", "shipped-script-function", software, "bash run.sh", /command not found/, { files: { "run.sh": "set -e\nprepare() { echo ready; }\nprepair\n" } }),
  row("rmdir-full", "rmdir", "script-filled-folder", software, "mkdir work\ntouch work/a\nrmdir work", /not empty/, {}),
  row("cmp-usage", "cmp", "literal-one-operand", software, "cmp a.txt b.txt c.txt d.txt e.txt", /invalid|extra operand/, { files: { "a.txt": "a\n", "b.txt": "a\n", "c.txt": "a\n" } }),
  row("sum-index", "[]", "split-literal-index", software, "String[] parts = \"a:b\".split(\":\")\nprintln(parts[2])", /IndexFault/, {}),
  row("heredoc-python", "python3", "here-document-program", software, "python3 - <<END\nfor n in range(3)\n    print(n)\nEND\n", /SyntaxError|invalid syntax|expected/, {}),
]);

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-local-4-user", [
  row("join-path", "du", "argv-joined-path", user, "String folder = \"projects/\" + ARGV[0] + \"/src\"\ndu -s ${folder}", /No such file/, { args: ["webshop"], files: { "projects/shop/src/a": "a\n" } }),
  row("closure-list", "wc", "argv-mapped-names", user, "String[] files = ARGV.map((String s) => s + \".csv\")\nwc -l ${files}", /No such file/, { args: ["jan", "feb"], files: { "jan.csv": "a\n" } }),
  row("sed-line", "chown", "file-line-owner", user, "String owner = $(sed -n 2p owner.txt)\nchown ${owner} a.txt", /invalid user/, { as: "root", files: { "owner.txt": "# who\nwalther\n", "a.txt": "a\n" } }),
  row("yaml-list", "gunzip", "yaml-list-content", user, "Json c = Yaml.read(ARGV[0])\nfor (Json each in c[\"files\"].asArray()) { gunzip -t ${each.asString()} }", /not in gzip format/, { args: ["jobs.yaml"], files: { "jobs.yaml": "files:\n  - a.gz\n", "a.gz": "plain\n" } }),
  row("crop-german", "head", "environment-count-german", user, "head -n ${env.ROWS} a.txt", /head/, { locale: "de_DE.UTF-8", environment: { ROWS: "viele" }, files: { "a.txt": "a\n" } }),
  row("quiet-read-rights", "md5sum", "quiet-foreign-file", user, "md5sum ${ARGV[0]} > sums.txt 2> /dev/null", /ended with status 1/, { args: ["/srv/hr/pay.csv"], setup: "mkdir -p /srv/hr; echo x >/srv/hr/pay.csv; chown ann:ann /srv/hr/pay.csv; chmod 600 /srv/hr/pay.csv" }),
  row("folder-rights", "ls", "foreign-folder-closed", user, "ls /srv/hr", /Permission denied/, { setup: "mkdir -p /srv/hr; chown ann:ann /srv/hr; chmod 700 /srv/hr" }),
  row("write-rights", "System.writeText", "library-foreign-folder", user, "param String to\nSystem.writeText(\"${to}/report.txt\", \"a\\n\")", /Permission denied/, { args: ["--to", "/srv/reports"], setup: "mkdir -p /srv/reports; chown ann:ann /srv/reports; chmod 755 /srv/reports" }),
  row("python-input", "python3", "helper-refuses-input", user, "python3 total.py ${ARGV[0]}", /JSONDecodeError/, { args: ["orders.json"], files: { "total.py": "import json, sys\norders = json.load(open(sys.argv[1]))\nprint(sum(o['n'] for o in orders))\n", "orders.json": "[{\"n\": 1}, {\"n\": \n" } }),
  row("tar-member-param", "tar", "param-archive-member", user, "param String member\ntar -xf backup.tar ${member}", /Not found in archive/, { args: ["--member", "conf/shop.ini"], setup: "mkdir conf; echo a >conf/app.ini; tar -cf backup.tar conf; ours backup.tar conf" }),
  row("bc-param", "int.parse", "param-int-text", user, "param String count\nprintln(int.parse(count) * 2)", /FormatFault/, { args: ["--count", "3 pieces"] }),
  row("diff-stdin-name", "diff", "stdin-second-line", user, "String[] names = System.readLines(\"/dev/stdin\")\ndiff ${names[0]} ${names[1]}", /No such file/, { input: "a.txt\nb.txt\n", files: { "a.txt": "a\n" } }),
  row("jq-key", "date", "json-null-value", user, "String day = $(jq -r .day job.json)\ndate -d ${day} +%s", /invalid date/, { files: { "job.json": "{\"dya\": \"2026-11-26\"}\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-local-4-external", [
  row("curl-sed", "kill", "answer-cut-number", external, "String pid = $(curl -fsS http://api.partner.example/text | cut -d ' ' -f 1)\nkill -0 ${pid}", /kill/, {}),
  row("json-loop", "gzip", "answer-list-name", external, "Json j = Http.get(\"http://api.partner.example/port\").json()\nfor (String key in [\"path\"]) { gzip -k ${j[key].asString()} }", /No such file/, {}),
  row("curl-tee", "jq", "answer-kept-by-tee", external, "curl -fsS http://api.partner.example/badjson | tee state.json > /dev/null\njq . state.json", /parse error|Unfinished/, {}),
  row("wget-unzip", "unzip", "downloaded-archive", external, "wget -q -O tool.zip http://api.partner.example/html\nunzip -q tool.zip", /End-of-central|zipfile/i, { wants: ["wget", "unzip"] }),
  row("curl-openssl", "openssl", "downloaded-certificate", external, "String file = \"ca.pem\"\ncurl -fsS -o ${file} http://api.partner.example/text\nopenssl x509 -noout -subject -in ${file}", /Could not|unable/i, {}),
  row("curl-patch", "patch", "answer-piped-patch", external, "curl -fsS http://api.partner.example/text | patch -p1", /garbage/, {}),
  row("nfs-host-down", "cp", "file-server-down", external, "cp /srv/nfs/day.csv .", /Host is down|No route/, { setup: "mkdir -p /srv/nfs; echo a >/srv/nfs/day.csv; fails_at /srv/nfs/day.csv openat EHOSTDOWN cp" }),
]);

export const local4: readonly FaultCase[] = [...systems, ...softwares, ...users, ...externals];
