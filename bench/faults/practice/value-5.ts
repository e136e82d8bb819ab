// Calls and values once more: what is asked of servers, of this host, of arithmetic, jobs and groups, quiet and loud.
import { external, group, row, software, system, user } from "../case.ts";

export const value5 = group("practice-value-5", [
  row("argv-second", "[]", "argv-not-given", user, 'String from = ARGV[0]\nString to = ARGV[1]\ncp ${from} ${to}', /ArgumentFault/, { args: ["job.dscript"] }),
  row("environment-unset", "env.BACKUP_TARGET", "environment-not-set", user, "String target = env.BACKUP_TARGET\ncp job.dscript ${target}", /EnvironmentFault/, { api: /./ }),
  row("division-constant", "/", "literal-division", software, "int[] weights = [0, 0, 0]\nint sum = 0\nfor (int w in weights) { sum += w }\nprintln(100 / sum)", /ZeroDivisionFault/),
  row("overflow", "*", "own-overflow", software, "int n = 1\nfor (int i = 0; i < 70; i++) { n *= 3 }\nprintln(n)", /OverflowFault/, { api: /./ }),
  row("recursion", "walk", "own-recursion", software, 'int walk(int n) { return walk(n + 1) + 1 }\nprintln(walk(0))', /StackFault/, { api: /./ }),
  row("capture-much", "yes", "capture-without-end", software, "String all = $(yes)\nprintln(all.length)", /CaptureFault/, { api: /./ }),
  row("password-no-terminal", "System.readPassword", "no-terminal-for-password", user, 'String word = System.readPassword("password: ")\nprintln(word.length)', /terminal|input/i, { api: /./ }),
  row("stdin-empty", "int.parse", "stdin-empty-line", user, 'String line = System.fgets(System.stdin) ?? ""\nint n = int.parse(line.trim())\nprintln(n)', /FormatFault/, { input: "\n" }),
  row("stdin-lines", "int.parse", "stdin-loop-field", user, 'String? line = System.fgets(System.stdin)\nint sum = 0\nwhile (line != null) {\n  sum += int.parse(line.words()[1])\n  line = System.fgets(System.stdin)\n}\nprintln(sum)', /FormatFault/, { input: "a 1\nb 2\nc three\n" }),
  row("export-then-read", "int.parse", "export-literal-read-back", software, 'export WORKERS=many\nint n = int.parse(env.WORKERS)\nprintln(n)', /many/),

  // Servers.
  row("post-literal-body", "Http.post", "literal-body-unfit", software, 'Http.post("http://api.partner.example/submit", "{\\"nmae\\": \\"x\\"}", {"Content-Type": "application/json"})', /422/),
  row("post-argv-body", "Http.post", "argv-file-body-no-json", user, 'String body = System.readText(ARGV[0])\nHttp.post("http://api.partner.example/submit", body)', /400/, { args: ["order.json"], files: { "order.json": '{"name": \n' } }),
  row("delete-order", "Http.delete", "literal-method", software, 'Http.delete("http://api.partner.example/orders/2")', /405/),
  row("order-argv", "Http.get", "argv-page", user, 'String id = ARGV[0]\nprintln(Http.get("http://api.partner.example/orders/${id}").text)', /404/, { args: ["77"] }),
  row("order-answer", "Http.get", "answer-page", external, 'Json first = Http.get("http://api.partner.example/ok").json()\nString next = first["next"].asString()\nprintln(Http.get("http://api.partner.example${next}").text)', /404/),
  row("order-conf", "Http.get", "etc-page", system, 'String base = System.readText("/etc/shop/api").trim()\nprintln(Http.get("${base}/orders").text)', /404/, { files: { "/etc/shop/api": "http://api.partner.example/v0\n" } }),
  row("token-env", "Http.get", "environment-token", user, 'Http.get("http://api.partner.example/private", {"Authorization": "Bearer ${env.API_TOKEN}"})', /403/, { environment: { API_TOKEN: "old-token-7" } }),
  row("too-many", "Http.get", "server-says-later", external, 'for (int i = 0; i < 3; i++) { Http.get("http://api.partner.example/status/429") }', /429/),
  row("loopback-http", "Http.get", "service-of-this-host-down", system, 'HttpResponse r = Http.get("http://127.0.0.1:9200/_health")\nprintln(r.status)', /ECONNREFUSED|refused/),
  row("loopback-answer", "Http.get", "http-garbage-from-this-host", system, 'HttpResponse r = Http.get("http://127.0.0.1:9200/_health")\nprintln(r.status)', /HTTP|protocol|no HTTP/i, { setup: 'listens 9200 "garbage here"' }),
  row("short-body", "Http.get", "server-breaks-off", external, 'println(Http.get("http://api.partner.example/short").text.length)', /middle of its answer/),

  // This host.
  row("chown-call", "System.chown", "rights-of-user", user, 'System.chown(ARGV[0], 0, 0)', /Operation not permitted|EPERM/, { args: ["job.dscript"] }),
  row("append-full", "System.appendText", "append-on-full-disk", system, 'for (String line in $(seq 1 20000)) { System.appendText("/srv/data/log.txt", "${line} done\\n") }', /No space/, { setup: "full /srv/data" }),
  row("mkfifo-inodes", "System.mkdirs", "no-inodes", system, 'System.mkdirs("/srv/data/2026/11/26")', /No space/, { setup: "noinodes /srv/data" }),
  row("utimes-gone", "System.utimes", "literal-time-file", software, 'System.utimes("stamps/last-run", Time.now(), Time.now())', /No such file/),
  row("realpath-env", "System.realpath", "environment-path", user, 'println(System.realpath("${env.APP_HOME}/bin"))', /No such file/, { environment: { APP_HOME: "/opt/shopp" } }),
  row("sha-argv", "Hash.sha256File", "argv-folder-for-file", user, 'for (String name in ARGV) { println(Hash.sha256File(name), name) }', /directory/i, { args: ["/srv/job"] }),
  row("assert-port", "assert", "local-tool-says-nothing-listens", system, 'String sockets = $(ss -ltn)\nassert(sockets.contains(":5432"), "the database of this host does not run")', /AssertionFault/),
  row("assert-load", "assert", "result-of-local-command", system, 'Result r = $(pgrep -x cron)\nassert(r.ok, "cron does not run here")', /AssertionFault/),
  row("assert-age", "assert", "argv-file-too-old", user, 'FileStatus s = System.stat(ARGV[0])\nassert(s.size > 0B, "the dump is empty")', /AssertionFault/, { args: ["dump.sql"], files: { "dump.sql": "" } }),

  // Jobs, groups, pipes.
  row("job-argv", "gzip", "argv-in-job", user, "Job j = $(gzip -k ${ARGV[0]} &)\nj.join()", /No such file/, { args: ["dump.sql"] }),
  row("group-literal", "cat", "literal-in-group", software, "(cd /srv/job; cat parts/one.txt parts/two.txt) > all.txt", /No such file/, { files: { "parts/one.txt": "1" } }),
  row("stage-argv", "cut", "argv-option-in-pipe", user, "printf 'a:b\\n' | cut -d : -f ${ARGV[0]} | sort", /invalid|field/, { args: ["second"] }),
  row("stage-literal", "tr", "literal-set-in-pipe", software, "cat ${ARGV[0]} | tr '[:digits:]' x", /invalid character class/, { args: ["job.dscript"] }),
  row("quiet-diff", "diff", "silent-argv-second", user, 'diff -q job.dscript ${ARGV[0]} > /dev/null 2>&1', /status 2/, { args: ["other.dscript"] }),
  row("quiet-psql", "psql", "silent-database-argv", user, 'psql -h db.corp.example -U reader -d ${ARGV[0]} -c "select 1" > /dev/null 2>&1', /status 2/, { args: ["shopp"] }),
  row("retry-answer", "curl", "retry-then-give-up", external, "retry 2 times every 100ms { curl -fsS -o /dev/null http://api.partner.example/status/502 }", /502/),
]);
