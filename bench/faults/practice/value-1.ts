// Values and where they came from: the language's own calls, and what scripts do with what they read.
import { external, group, row, software, system, user } from "../case.ts";

const inventory = "host,role,port\nweb1,web,8080\nweb2,web,eighty\n";

export const value1 = group("practice-value-1", [
  // Calls on files.
  row("read-environment-folder", "System.readText", "environment-folder-joined", user, 'String folder = env.REPORT_DIR\nString today = System.readText("${folder}/today.csv")\nprintln(today.lines().length)', /No such file/, { environment: { REPORT_DIR: "/srv/job/reports2" } }),
  row("read-const-typo", "System.readLines", "constant-file-name", software, 'const LIST = "hosts.lst"\nfor (String host in System.readLines(LIST)) { println(host) }', /No such file/, { files: { "hosts.list": "web1\n" } }),
  row("write-full", "System.writeText", "report-on-full-disk", system, 'String report = $(uname -a)\nSystem.writeText("/srv/data/report.txt", report.repeat(500))', /No space/, { setup: "full /srv/data" }),
  row("mkdir-deep", "System.mkdir", "literal-parents-missing", software, 'System.mkdir("out/2026/reports")\nSystem.writeText("out/2026/reports/a", "x")', /No such file/),
  row("rename-across", "System.rename", "literal-other-file-system", software, 'System.writeText("/srv/job/new.db", "x")\nSystem.rename("/srv/job/new.db", "/srv/data/app.db")', /cross-device|EXDEV/i, { setup: "tiny /srv/data" }),
  row("readdir-listed", "System.readdir", "file-line-folder", user, 'for (String folder in System.readLines(ARGV[0])) {\n  println(folder, System.readdir(folder.trim()).length)\n}', /No such file/, { args: ["folders.txt"], files: { "folders.txt": "/srv/job\n/srv/jobs/old \n" } }),
  row("symlink-again", "System.symlink", "literal-link-stands", software, 'System.symlink("app-2.4", "current")\nSystem.unlink("app-2.3")\nSystem.symlink("app-2.4", "current")', /File exists/, { files: { "app-2.3": "x", "app-2.4": "x" } }),
  row("truncate-read-only", "System.truncate", "mount-read-only", system, 'System.truncate("/srv/data/app.log", 0B)', /Read-only/, { setup: "mkdir -p /srv/data; echo x >/srv/data/app.log; chmod 666 /srv/data/app.log; readonly_mount /srv/data" }),
  row("answered-path", "System.readLines", "http-json-path", external, 'Json job = Http.get("http://api.partner.example/port").json()\nString path = job["path"].asString()\nprintln(System.readLines(path).length)', /No such file/),

  // Numbers, dates, codes.
  row("number-answered", "int.parse", "http-text-number", external, 'int limitOf(String url) {\n  String answer = Http.get(url).text\n  return int.parse(answer.trim())\n}\nprintln(limitOf("http://api.partner.example/number"))', /twelve/),
  row("number-curled", "int.parse", "curl-through-function", external, 'int count(String text) { return int.parse(text.trim()) + 1 }\nString got = $(curl -s http://api.partner.example/number)\nprintln(count(got))', /twelve/),
  row("number-over-ssh", "int.parse", "ssh-output-number", external, 'String rows = $(ssh -o BatchMode=yes files.corp.example cat /srv/backup/list.txt)\nint n = int.parse(rows)\nprintln(n)', /data/, { setup: "ssh_ready" }),
  row("port-in-csv", "int.parse", "csv-field-closure", user, 'Map<String>[] rows = Csv.readRows(ARGV[0])\nint[] ports = rows.map((Map<String> row) => int.parse(row["port"]))\nprintln(ports.length)', /eighty/, { args: ["inventory.csv"], files: { "inventory.csv": inventory } }),
  row("port-by-awk", "int.parse", "awk-field-of-argv-file", user, 'String file = ARGV[0]\nfor (String port in $(awk -F, "NR > 1 { print \\$3 }" ${file})) {\n  println(int.parse(port) + 1)\n}', /eighty/, { args: ["inventory.csv"], files: { "inventory.csv": inventory } }),
  row("port-by-jq", "int.parse", "jq-of-argv-file", user, 'String port = $(jq -r .server.port ${ARGV[0]})\nprintln(int.parse(port))', /null/, { args: ["app.json"], files: { "app.json": '{"server": {"host": "web1"}}\n' } }),
  row("percent-of-df", "int.parse", "df-column-with-sign", software, 'String[] lines = $(df -P /srv)\nint used = int.parse(lines[1].words()[4])\nif (used > 90) { echo "nearly full" }', /%/),
  row("rss-of-ps", "int.parse", "ps-heading", software, 'String rss = $(ps -o rss -p 1)\nprintln(int.parse(rss) / 1024)', /RSS/),
  row("site-of-hostname", "String.charAt|[]", "hostname-without-dash", software, 'String name = $(hostname)\nString site = name.split("-")[1]\nprintln("site", site)', /IndexFault/, { api: "[]" }),
  row("timeout-variable", "Duration.parse", "environment-duration", user, 'Duration limit = Duration.parse(env.JOB_TIMEOUT)\ntimeout ${limit} true', /10 minutes/, { environment: { JOB_TIMEOUT: "10 minutes" } }),
  row("size-written", "Size.parse", "literal-size", software, 'Size most = Size.parse("10 M B")\nprintln(most)', /10 M B/),
  row("day-of-line", "Time.parse", "csv-date", user, 'for (String line in System.readLines(ARGV[0])) {\n  String[] parts = line.split(";")\n  println(parts[0], Time.parse(parts[1], "%Y-%m-%d"))\n}', /31\.12/, { args: ["leave.csv"], files: { "leave.csv": "ann;2026-03-01\nben;31.12.2026\n" } }),
  row("date-output", "Time.parse", "date-default-format", software, 'String now = $(date)\nint time = Time.parse(now)\nprintln(time)', /FormatFault/),
  row("conf-port", "int.parse", "etc-key-value", system, 'int portOf(String file) {\n  for (String line in System.readLines(file)) {\n    if (line.startsWith("port")) { return int.parse(line.after("=").trim()) }\n  }\n  return 80\n}\nprintln(portOf("/etc/shop/shop.conf"))', /8o80/, { files: { "/etc/shop/shop.conf": "# set by the package\nhost = 0.0.0.0\nport = 8o80\n" } }),
  row("shipped-limits", "int.parse", "script-folder-file", software, 'String text = System.readText("${SCRIPT_DIR}/limits.txt")\nint most = int.parse(text.trim())\nprintln(most)', /ten/, { files: { "limits.txt": "ten\n" } }),
  row("token-base64", "Base64.decode", "argv-code", user, 'String token = Base64.decode(ARGV[0])\nprintln(token.length)', /Base64/, { args: ["not*base64"] }),
  row("default-of-variable", "int.parse", "default-literal", software, 'int workers = int.parse(env.WORKERS ?? "four")\nprintln(workers)', /four/),

  // Json, Csv, Yaml.
  row("json-element", "Json.[]", "user-json-element", user, 'Json config = Json.read(ARGV[0])\nprintln(config["servers"][0]["name"].asString())', /IndexFault/, { api: /./, args: ["site.json"], files: { "site.json": '{"servers": []}\n' } }),
  row("json-kind", "Json.asInt", "user-json-kind", user, 'Json config = Json.read(ARGV[0])\nJson server = config["server"]\nprintln(server["port"].asInt())', /FormatFault/, { args: ["site.json"], files: { "site.json": '{"server": {"port": "http"}}\n' } }),
  row("json-answer-kind", "Json.asInt", "http-json-kind", external, 'Json answer = Http.get("http://api.partner.example/port").json()\nint port = answer["port"].asInt()\nprintln(port)', /FormatFault/),
  row("json-answer-element", "Json.[]", "http-json-element", external, 'Json answer = Http.get("http://api.partner.example/ok").json()\nprintln(answer["total"].asInt())', /IndexFault/, { api: /./ }),
  row("json-by-curl", "Json.parse", "curl-cut-json", external, 'String body = $(curl -s http://api.partner.example/badjson)\nJson state = Json.parse(body)\nprintln(state["state"].asString())', /FormatFault/),
  row("yaml-answer", "Yaml.parse", "http-yaml", external, 'String text = Http.get("http://api.partner.example/badyaml").text\nJson list = Yaml.parse(text)\nprintln(list.length)', /FormatFault/),
  row("csv-open-quote", "Csv.parse", "stdin-file-csv", user, 'String text = System.readText(ARGV[0])\nString[][] rows = Csv.parse(text)\nprintln(rows.length)', /FormatFault/, { args: ["hosts.csv"], files: { "hosts.csv": 'host,port\n"web,80\n' } }),

  // Assertions, maps, casts.
  row("assert-space", "assert", "machine-space", system, 'Disk data = System.disk("/srv/data")\nassert(data.available > 50MB, "the data disk needs 50 MB")\nprintln("ok")', /AssertionFault/, { setup: "tiny /srv/data" }),
  row("assert-mount", "assert", "machine-folder", system, 'assert(System.isDirectory("/mnt/backup"), "the backup disk is not mounted")\ncp -r /srv/job /mnt/backup/', /AssertionFault/),
  row("assert-count", "assert", "argv-number", user, 'int copies = int.parse(ARGV[0])\nassert(copies <= 10, "at most 10 copies")\nprintln(copies)', /AssertionFault/, { args: ["400"] }),
  row("assert-answer", "assert", "http-json-state", external, 'Json answer = Http.get("http://api.partner.example/ok").json()\nassert(answer["state"].asString() == "ready", "the partner is not ready")', /AssertionFault/),
  row("assert-own", "assert", "own-computation", software, 'int[] parts = [20, 30, 40]\nint sum = 0\nfor (int part in parts) { sum += part }\nassert(sum == 100, "the shares make 100")', /AssertionFault/),
  row("map-literal-key", "Map.[]", "literal-key-typo", software, 'Map<int> ports = {"http": 80, "https": 443}\nprintln(ports["htps"])', /KeyFault/, { api: /./ }),
  row("map-argv-key", "Map.[]", "argv-key", user, 'Map<String> targets = {"test": "/srv/test", "live": "/srv/live"}\nString target = targets[ARGV[0]]\nprintln(target)', /KeyFault/, { api: /./, args: ["prod"] }),
  row("map-stdin-key", "Map.[]", "prompt-key", user, 'Map<String> targets = {"test": "/srv/test", "live": "/srv/live"}\nString wanted = System.ask("where to? ").trim().lower()\nprintln(targets[wanted])', /KeyFault/, { api: /./, input: "Prod\n" }),
  row("cast-down", "cast", "other-class", software, 'class Node { }\nclass Leaf extends Node { int n = 1 }\nNode[] all = [Leaf(), Node()]\nfor (Node each in all) { println(((Leaf)each).n) }', /CastFault/),

  // Quiet failures, and scripts within the script.
  row("quiet-curl", "curl", "silent-status-503", external, 'curl -sf -o /dev/null http://api.partner.example/status/503\necho "all well"', /status 22/),
  row("quiet-mkdir", "mkdir", "silent-literal-parents", software, 'mkdir build/a/b 2> /dev/null\necho "made"', /status 1/),
  row("quiet-cp", "cp", "silent-argv-missing", user, 'String from = ARGV[0]\ncp ${from} /srv/job/copy 2> /dev/null\necho "copied"', /status 1/, { args: ["orders.csv"] }),
  row("python-argv", "python3", "inline-json-argv", user, "python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))))' ${ARGV[0]}", /JSONDecodeError|Expecting/, { args: ["orders.json"], files: { "orders.json": "[1, 2,\n" } }),
  row("python-literal", "python3", "inline-bug", software, "python3 -c 'rows = []; print(sum(rows) / len(rows))'", /ZeroDivisionError/),
  row("tool-not-executable", "./tool", "shipped-without-x", software, "./tool --check", /Permission denied|EACCES/, { files: { tool: "#!/bin/sh\nexit 0\n" } }),
]);
