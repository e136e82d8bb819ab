// Failures of calls, rights and programs: options, values and names of programs by many ways, and whose they are.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

// biome-ignore format: one row a line reads as the table that it is
const calls = group("practice-usage-1-call", [
  row("xargs-count", "xargs", "literal-option-value", software, "printf 'a\\nb\\n' | xargs -n two echo", /invalid number/),
  row("kubectl-flag", "kubectl", "literal-flag-slip", software, "const SERVER = \"http://api.partner.example:8080\"\nkubectl --server ${SERVER} get pods --outptu json", /unknown flag/, { wants: ["kubectl"] }),
  row("docker-flag", "docker", "literal-flag-slip", software, "docker ps --formt '{{.Names}}'", /unknown flag/, { wants: ["docker"] }),
  row("git-beside-input", "git", "literal-option-beside-input", software, "cd work { git log --since ${ARGV[0]} --onlien }", /unrecognized|ambiguous|unknown/, { args: ["2026-01-01"], setup: "git init -q work; git -C work -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m first; ours work" }),
  row("pip-flag", "pip", "literal-flag-slip", software, "pip install --uprgade --no-index six", /no such option/, { wants: ["pip"] }),
  row("java-heap", "java", "function-built-option", software, "String heap(int gb) { return \"-Xmx${gb}gg\" }\njava ${heap(2)} -version", /heap size/, { wants: ["java"] }),
  row("bash-find", "bash", "shipped-script-option", software, "bash clean.sh cache", /missing argument/, { files: { "clean.sh": "set -e\nfind \"$1\" -type f -mtime\n", "cache/a": "a\n" } }),
  row("logger-facility", "logger", "literal-facility", software, "logger -s -p local9.info done", /unknown/, { wants: ["logger"] }),
  row("ip-prefix", "ip", "literal-prefix", software, "ip route add 10.9.0.0/33 via 10.77.0.2", /prefix/, { as: "root" }),
  row("gzip-level", "gzip", "const-option", software, "const LEVEL = \"-10\"\ngzip -k ${LEVEL} data.csv", /./, { files: { "data.csv": "a\n" } }),
  row("truncate-size", "truncate", "literal-size", software, "truncate -s 10QB big.bin", /./),
  row("rsync-argv-option", "rsync", "argv-option-slip", user, "rsync -r --${ARGV[0]} data/ out/", /unknown option/, { args: ["delet-after"], files: { "data/a": "a\n" } }),
  row("curl-env-options", "curl", "environment-split-options", user, "String[] more = (env.FETCH_OPTIONS ?? \"-s\").split(\" \")\ncurl -fsS ${more} http://api.partner.example/ok", /./, { environment: { FETCH_OPTIONS: "--retry many" } }),
  row("tar-own-variable", "tar", "variable-of-program-option", user, "tar -cf out.tar data", /unrecognized option/, { environment: { TAR_OPTIONS: "--exlude=*.log" }, files: { "data/a": "a\n" } }),
  row("java-own-variable", "java", "variable-of-program-option", user, "java -version", /./, { environment: { JAVA_TOOL_OPTIONS: "-Xmxlarge" }, wants: ["java"] }),
  row("find-file-options", "find", "users-file-options", user, "String test = $(cat which.txt)\nfind data -${test} \"*.csv\"", /unknown predicate/, { files: { "which.txt": "nmae\n", "data/a": "a\n" } }),
  row("wget-home", "wget", "home-settings-unknown", user, "wget -nv -O ok.json http://api.partner.example/ok", /wgetrc/, { setup: "echo 'tries_max = 3' >/home/ops/.wgetrc; ours /home/ops/.wgetrc" }),
  row("sort-asked", "sort", "prompted-key", user, "String key = System.ask(\"Sort by: \")\nsort -k ${key} list.txt", /./, { input: "name\n", files: { "list.txt": "a\n" } }),
  row("nice-level", "nice", "param-level", user, "param String level\nnice -n ${level} sleep 0", /adjustment/, { args: ["--level", "low"] }),
  row("xz-etc", "xz", "machine-file-options", system, "String threads = $(cat /etc/default/pack-threads)\nxz -k -T ${threads} data.csv", /./, { files: { "data.csv": "a\n", "/etc/default/pack-threads": "many\n" } }),
  row("ssh-etc", "ssh", "machine-settings-unknown", system, "ssh -o BatchMode=yes files.corp.example uptime", /onfiguration option/, { files: { "/etc/ssh/ssh_config.d/corp.conf": "Host *\n  ControlPersistent yes\n" } }),
  row("git-etc", "git", "machine-settings-broken", system, "git init -q work", /bad config/, { files: { "/etc/gitconfig": "[user\n" } }),
  row("head-answer", "head", "count-of-answer", external, "String n = $(curl -fsS http://api.partner.example/number)\nhead -n ${n} list.txt", /invalid number/, { files: { "list.txt": "a\n" } }),
  row("ssh-answer", "ssh", "setting-of-answer", external, "String wait = Http.get(\"http://api.partner.example/number\").text.trim()\nssh -o BatchMode=yes -o ConnectTimeout=${wait} files.corp.example uptime", /invalid time/),
]);

// biome-ignore format: one row a line reads as the table that it is
const rights = group("practice-usage-1-rights", [
  row("cat-foreign", "tail", "literal-log-of-root", user, "tail -n 20 /var/log/payments.log", /Permission denied/, { setup: "echo a >/var/log/payments.log; chmod 600 /var/log/payments.log" }),
  row("crontab-other", "crontab", "other-users-table", user, "crontab -u root -l", /privileged|not allowed/, { wants: ["crontab"] }),
  row("renice-up", "renice", "priority-of-root", user, "renice -n -5 -u ops", /./, {}),
  row("link-down", "ip", "network-of-root", user, "ip link set lo down", /not permitted/),
  row("sysctl-set", "sysctl", "kernel-of-root", user, "sysctl -w vm.swappiness=10", /./, {}),
  row("key-closed", "openssl", "literal-key-of-root", user, "openssl pkey -in /etc/ssl/private/web.key -pubout -out web.pub", /./, { setup: "mkdir -p /etc/ssl/private; chmod 710 /etc/ssl/private; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out /etc/ssl/private/web.key" }),
  row("python-etc", "python3", "program-writes-etc", user, "python3 set.py 8080", /Permission/, { files: { "set.py": "import sys\nopen('/etc/web.conf', 'w').write('port = ' + sys.argv[1])\n" } }),
  row("sudo-password", "sudo", "password-needed", user, "sudo -n systemctl restart web", /password|sudo/, { wants: ["sudo"] }),
  row("mktemp-closed", "mktemp", "tmp-not-for-all", system, "String work = $(mktemp -d)\nprintln(work)", /Permission denied/, { setup: "chmod 755 /tmp" }),
  row("sort-closed", "sort", "tmp-not-for-all-of-program", system, "sort -S 64k big.txt -o sorted.txt", /Permission denied/, { setup: "seq 1 200000 >big.txt; ours big.txt; chmod 755 /tmp" }),
  row("sudo-stripped", "sudo", "sudo-without-setuid", system, "sudo -n id", /setuid/, { setup: "chmod u-s \"$(readlink -f \"$(command -v sudo)\")\"", wants: ["sudo"] }),
  row("jq-no-bit", "xargs", "installed-program-without-bit", system, "printf 'data.json\\n' | xargs jq .", /Permission/, { files: { "data.json": "{}\n" }, setup: "chmod a-x \"$(command -v jq)\"", wants: ["jq"] }),
]);

// biome-ignore format: one row a line reads as the table that it is
const programs = group("practice-usage-1-program", [
  row("own-interpreter", "./report", "shipped-interpreter-slip", software, "./report", /interpreter|env|not found/, { api: /report/, files: { report: "#!/usr/bin/env pyton3\nprint(1)\n" }, setup: "chmod +x report" }),
  row("find-exec", "find", "literal-inner-program-slip", software, "find data -type f -exec gizp {} +", /gizp/, { files: { "data/a": "a\n" } }),
  row("flock-runs", "flock", "literal-inner-program-slip", software, "flock /tmp/pack.lock gizp data.csv", /gizp/, { files: { "data.csv": "a\n" } }),
  row("rsync-shell", "rsync", "literal-remote-shell-slip", software, "rsync -e sssh -r data/ files.corp.example:/srv/backup/", /./, { files: { "data/a": "a\n" } }),
  row("python-runs-slip", "python3", "program-runs-slip", software, "python3 -c \"import subprocess; subprocess.run(['rsyncc', '--version'])\"", /rsyncc/),
  row("perl-own-module", "perl", "shipped-module-absent", software, "perl -I${SCRIPT_DIR}/lib tool.pl", /perl/, { files: { "tool.pl": "use Corp::Lists;\nprint 1;\n", "lib/Corp/List.pm": "package Corp::List; 1;\n" } }),
  row("git-editor", "git", "environment-editor-absent", user, "git init -q work\ncd work { git -c user.name=ops -c user.email=ops@corp.example commit --allow-empty }", /./, { environment: { GIT_EDITOR: "sublime-wait" } }),
  row("rsync-environment", "rsync", "environment-remote-shell", user, "rsync -r data/ files.corp.example:/srv/backup/", /./, { environment: { RSYNC_RSH: "dbclient -y" }, files: { "data/a": "a\n" } }),
  row("python-runs-missing", "python3", "program-runs-uninstalled", system, "python3 thumb.py", /ffmpeg/, { files: { "thumb.py": "import subprocess\nsubprocess.run(['ffmpeg', '-i', 'a.mp4', 'a.png'], check=True)\n" } }),
  row("git-lfs", "git", "extension-uninstalled", system, "git init -q work\ncd work { git lfs pull }", /lfs/),
  row("jq-library", "jq", "library-of-program-gone", system, "jq -r .name data.json", /shared libraries/, { files: { "data.json": "{}\n" }, setup: "rm -f /usr/lib/x86_64-linux-gnu/libjq.so.1* /lib/x86_64-linux-gnu/libjq.so.1*", wants: ["jq", "/usr/lib/x86_64-linux-gnu/libjq.so.1"] }),
  row("tar-zstd", "tar", "compressor-uninstalled", system, "tar --zstd -cf data.tar.zst data", /zstd/, { files: { "data/a": "a\n" }, setup: "gone zstd" }),
  row("node-module", "node", "module-uninstalled", system, "node serve.js", /./, { files: { "serve.js": "const express = require('express');\nexpress().listen(0);\n" } }),
  row("tool-format", "/usr/local/bin/packer", "installed-program-of-other-machine", system, "/usr/local/bin/packer build", /./, { setup: "printf '\\177ELF\\002\\001\\001\\000\\000\\000\\000\\000\\000\\000\\000\\000\\002\\000\\267\\000' >/usr/local/bin/packer; head -c 200 /dev/zero >>/usr/local/bin/packer; chmod 755 /usr/local/bin/packer" }),
]);

export const usage1: readonly FaultCase[] = [...calls, ...rights, ...programs];
