// A name that is not there, for many commands, from everywhere that a name may come from. Whose fault it is follows from that place alone.
import { external, type FaultCase, type FaultClass, group, type Row, software, user } from "../case.ts";

/** How a script gets hold of the name; `@F` in a command becomes `word`. */
interface Origin {
  readonly mechanism: string;
  readonly truth: FaultClass;
  readonly head: string;
  readonly word: string;
  readonly rest?: Partial<FaultCase>;
  /** Where the command stands within something. */
  readonly wrap?: (command: string) => string;
}

const there = { "data/customers.csv": "id,name\n1,Ann\n", "data/orders.csv": "id,name\n1,box\n" };

const origins: readonly Origin[] = [
  { mechanism: "literal-typo-path", truth: software, head: "", word: "data/custmers.csv", rest: { files: there } },
  {
    mechanism: "argv-missing-file",
    truth: user,
    head: "",
    word: "${ARGV[0]}",
    rest: { args: ["data/customer.csv"], files: there },
  },
  {
    mechanism: "constant-typo-path",
    truth: software,
    head: 'const INPUT = "data/order.csv"\n',
    word: "${INPUT}",
    rest: { files: there },
  },
  {
    mechanism: "param-missing-file",
    truth: user,
    head: 'param String input "the file to work on"\n',
    word: "${input}",
    rest: { args: ["--input", "january.csv"], files: there },
  },
  {
    mechanism: "env-missing-file",
    truth: user,
    head: "",
    word: "${env.INPUT_FILE}",
    rest: { environment: { INPUT_FILE: "/home/ops/upload/january.csv" } },
  },
  {
    mechanism: "output-relative-path",
    truth: software,
    head: 'String name = $(basename "/srv/job/data/orders.csv")\n',
    word: "${name}",
    rest: { files: there },
  },
  {
    mechanism: "config-missing-file",
    truth: user,
    head: 'String input = System.readText("job.conf").trim()\n',
    word: "${input}",
    rest: { files: { ...there, "job.conf": "/srv/exports/2026-10.csv\n" } },
  },
  {
    mechanism: "passed-typo-path",
    truth: software,
    head: "",
    word: "${file}",
    wrap: (command) => `void work(String file) {\n  ${command}\n}\nwork("data/Orders.csv")\n`,
    rest: { files: there },
  },
  {
    mechanism: "passed-argv-file",
    truth: user,
    head: "",
    word: "${file}",
    wrap: (command) => `void work(String file) {\n  ${command}\n}\nfor (String each in ARGV) { work(each) }\n`,
    rest: { args: ["data/orders-2.csv"], files: there },
  },
  {
    mechanism: "map-typo-path",
    truth: software,
    head: 'Map<String> paths = {"customers": "data/customers.txt", "orders": "data/orders.csv"}\n',
    word: '${paths["customers"]}',
    rest: { files: there },
  },
  {
    mechanism: "answer-missing-file",
    truth: external,
    head: 'String listed = Http.get("http://api.partner.example/path").text.trim()\n',
    word: "${listed}",
  },
  {
    mechanism: "interpolated-argv",
    truth: user,
    head: "String month = ARGV[0]\n",
    word: '"data/report-${month}.csv"',
    rest: { args: ["13"], files: { "data/report-01.csv": "a\n" } },
  },
  {
    mechanism: "list-missing-file",
    truth: user,
    head: "",
    word: "${line}",
    wrap: (command) => `for (String line in System.lines(ARGV[0])) { ${command} }\n`,
    rest: { args: ["files.txt"], files: { ...there, "files.txt": "data/nosuch.csv\n" } },
  },
  {
    mechanism: "json-config-missing-file",
    truth: user,
    head: 'String input = Json.read("job.json")["input"].asString()\n',
    word: "${input}",
    rest: { files: { "job.json": '{"input": "exports/oktober.csv"}\n' } },
  },
];

/** A command that needs the file @F (@E: as an expression), and what it says when it is not there. */
type Reader = readonly [command: string, words: string, rest?: Partial<FaultCase>];

const usual =
  /No such file|not found|cannot|can't|could not|couldn't|unable|does not exist|Failed|find|MODULE_NOT_FOUND|requireStack/i;

const readers: readonly Reader[] = [
  ["cat", "cat @F"],
  ["head", "head -n 3 @F"],
  ["tail", "tail -n 1 @F"],
  ["wc", "wc -l @F"],
  ["sort", "sort -u @F"],
  ["sha256sum", "sha256sum @F"],
  ["md5sum", "md5sum @F"],
  ["tar", "tar -czf out.tar.gz @F"],
  ["gzip", "gzip -k @F"],
  ["xz", "xz -k @F", { wants: ["xz"] }],
  ["rsync", "rsync -a @F out/", { wants: ["rsync"] }],
  ["jq", "jq . @F", { wants: ["jq"] }],
  ["awk", "awk '{print $1}' @F"],
  ["sed", "sed -n 1p @F"],
  ["grep", "grep -c Ann @F"],
  ["find", "find @F -type f"],
  ["stat", "stat @F"],
  ["du", "du -sh @F"],
  ["cp", "cp @F /tmp/copy.csv"],
  ["mv", "mv @F /tmp/moved.csv"],
  ["rm", "rm @F"],
  ["chmod", "chmod 640 @F"],
  ["ln", "ln @F second.csv"],
  ["split", "split -l 100 @F part-"],
  ["cmp", "cmp @F /etc/hostname"],
  ["diff", "diff @F /etc/hostname"],
  ["xargs", "xargs -a @F echo"],
  ["openssl", "openssl x509 -noout -in @F", { wants: ["openssl"] }],
  ["gpg", "gpg --batch --verify @F", { wants: ["gpg"] }],
  ["make", "make -f @F", { wants: ["make"] }],
  ["python3", "python3 @F"],
  ["patch", "patch -p1 -i @F", { wants: ["patch"] }],
  ["base64", "base64 @F"],
  ["cut", "cut -d, -f1 @F"],
  ["tac", "tac @F"],
  ["uniq", "uniq @F"],
  ["iconv", "iconv -f latin1 -t utf-8 @F", { wants: ["iconv"] }],
  ["install", "install -m 644 @F /tmp/installed.csv"],
  ["psql", "psql -h db.corp.example -U app -X -f @F postgres", { wants: ["psql"] }],
  ["curl", "curl -sS -T @F http://api.partner.example/ok", { wants: ["curl"] }],
  ["git", "git hash-object @F", { wants: ["git"] }],
  ["unzip", "unzip -o @F", { wants: ["unzip"] }],
  ["zstd", "zstd -q -k @F", { wants: ["zstd"] }],
  ["node", "node @F"],
  ["dd", "dd if=@F of=/dev/null status=none"],
  ["scp", "scp -q @F ops@files.corp.example:/srv/backup/", { wants: ["scp"], setup: "ssh_ready" }],
  ["System.readText", "System.readText(@E)"],
  ["System.fopen", 'File f = System.fopen(@E, "r")'],
  ["System.copy", 'System.copy(@E, "out.csv")'],
  ["System.stat", "println(System.stat(@E).size)"],
  ["Csv.read", "println(Csv.read(@E).length)"],
  ["System.unlink", "System.unlink(@E)"],
  ["Hash.sha256File", "println(Hash.sha256File(@E))"],
  ["<", "tr a-z A-Z < @F", { api: "<" }],
];

/** Each command meets two origins, in turn, so that neither says anything of the other. */
export const names = group(
  "names",
  readers.flatMap(([command, words, rest], index) =>
    [index % origins.length, (index * 3 + 5) % origins.length]
      .filter((at, place, both) => both.indexOf(at) === place)
      .map((at) => rowOf(command, words, origins[at] as Origin, rest)),
  ),
);

function rowOf(command: string, words: string, origin: Origin, rest: Partial<FaultCase> = {}): Row {
  const { mechanism, truth, head, word, wrap = (text) => `${text}\n` } = origin;
  const name = command === "<" ? "redirection" : command;
  const value = word.startsWith("$") ? word.slice(2, -1) : word.startsWith('"') ? word : `"${word}"`;
  const text = words.replace("@F", () => word).replace("@E", () => value);
  return {
    name: `${name}-${mechanism}`,
    command,
    mechanism,
    truth,
    script: `${head}${wrap(text)}`,
    says: usual,
    ...origin.rest,
    ...rest,
  };
}
