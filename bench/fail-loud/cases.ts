// Sixteen ways to fail silently, written in each language as its own manual shows it, and what passes.

/** What a run left behind. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
  /** The names in the folder that it ran in. */
  readonly files: readonly string[];
  /** Processes that it left running. */
  readonly left: number;
}

/** One row of the table. */
export interface Silent {
  readonly title: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  readonly passes: (outcome: Outcome) => boolean;
}

/** A line of its own: a message may show the script's text. */
const wentOn = (output: string): boolean => /^reached$/m.test(output);
const stopped = ({ status, output }: Outcome): boolean => status !== 0 && !wentOn(output);
const untouched = ({ files }: Outcome): boolean => !files.includes("made");

/** What every language must manage before its column counts: a command that succeeds. */
export const baseline: Silent = {
  title: "nothing fails",
  passes: ({ status, output }) => status === 0 && wentOn(output),
  scripts: {
    dscript: 'true\necho "reached"',
    shell: 'true\necho "reached"',
    fish: "true\necho reached",
    elvish: "e:true\necho reached",
    nu: "^true\nprint reached",
    zx: "await $`true`; console.log('reached')",
    bun: "await $`true`; console.log('reached')",
    python: 'run("true"); print("reached")',
    node: 'run("true"); console.log("reached")',
  },
};

/** A mark in the sleeps' lengths, by which what is left running is found. */
export const mark = "471147";

export const cases: readonly Silent[] = [
  {
    title: "a command fails",
    passes: stopped,
    scripts: {
      dscript: 'false\necho "reached"',
      shell: 'false\necho "reached"',
      fish: "false\necho reached",
      elvish: "e:false\necho reached",
      nu: "^false\nprint reached",
      zx: "await $`false`; console.log('reached')",
      bun: "await $`false`; console.log('reached')",
      python: 'run("false"); print("reached")',
      node: 'run("false"); console.log("reached")',
    },
  },
  {
    title: "a stage ahead of a good one fails",
    passes: stopped,
    scripts: {
      dscript: 'false | cat\necho "reached"',
      shell: 'false | cat\necho "reached"',
      fish: "false | cat\necho reached",
      elvish: "e:false | cat\necho reached",
      nu: "^false | ^cat\nprint reached",
      zx: "await $`false | cat`; console.log('reached')",
      bun: "await $`/bin/false | cat`; console.log('reached')",
      python: 'a = subprocess.Popen(["false"], stdout=subprocess.PIPE); run("cat", stdin=a.stdout); print("reached")',
      node: 'const a = spawn("false"); const b = spawn("cat"); a.stdout.pipe(b.stdin); b.on("close", () => console.log("reached"))',
    },
  },
  {
    title: "a reader that has enough is no failure",
    passes: ({ status, output }) => status === 0 && wentOn(output),
    scripts: {
      dscript: 'yes | head -1\necho "reached"',
      shell: 'yes | head -1\necho "reached"',
      fish: "yes | head -1\necho reached",
      elvish: "e:yes | e:head -1\necho reached",
      nu: "^yes | ^head -1\nprint reached",
      zx: "await $`yes | head -1`; console.log('reached')",
      bun: "await $`/usr/bin/yes | head -1`; console.log('reached')",
      python:
        'a = subprocess.Popen(["yes"], stdout=subprocess.PIPE); run("head", "-1", stdin=a.stdout); a.stdout.close(); a.wait(); print("reached")',
      node: 'const a = spawn("yes"); const b = spawn("head", ["-1"]); a.stdout.pipe(b.stdin); b.on("close", () => { a.kill(); console.log("reached") })',
    },
  },
  {
    title: "a substitution fails",
    passes: stopped,
    scripts: {
      dscript: 'echo "today $(date --no-such-option)"\necho "reached"',
      shell: 'echo "today $(date --no-such-option)"\necho "reached"',
      fish: 'echo "today "(date --no-such-option)\necho reached',
      elvish: "echo today (e:date --no-such-option)\necho reached",
      nu: "print $'today (^date --no-such-option)'\nprint reached",
      zx: "console.log(`today ${await $`date --no-such-option`}`); console.log('reached')",
      bun: "console.log(`today ${await $`date --no-such-option`.text()}`); console.log('reached')",
      python: 'print("today", run("date", "--no-such-option", capture_output=True).stdout); print("reached")',
      node: 'console.log("today " + run("date", "--no-such-option")); console.log("reached")',
    },
  },
  {
    title: "a variable is not set",
    passes: stopped,
    scripts: {
      dscript: 'echo "${env.NO_SUCH}"\necho "reached"',
      shell: 'echo "$NO_SUCH"\necho "reached"',
      fish: 'echo "$NO_SUCH"\necho reached',
      elvish: "echo $E:NO_SUCH\necho reached",
      nu: "print $env.NO_SUCH\nprint reached",
      zx: "console.log(process.env.NO_SUCH); console.log('reached')",
      bun: "console.log(process.env.NO_SUCH); console.log('reached')",
      python: 'print(os.environ["NO_SUCH"]); print("reached")',
      node: 'console.log(process.env.NO_SUCH); console.log("reached")',
    },
  },
  {
    title: "a path to remove has an empty part",
    passes: ({ files }) => files.includes("folder"),
    scripts: {
      dscript: 'rm -rf "folder/${nothing}"',
      shell: 'rm -rf "folder/${nothing}"',
      fish: 'rm -rf "folder/$nothing"',
      elvish: "rm -rf folder/$nothing",
      nu: "^rm -rf $'folder/($nothing)'",
      zx: "await $`rm -rf folder/${process.env.nothing}`",
      bun: "await $`rm -rf folder/$nothing`",
      python: 'run("rm", "-rf", f"folder/{nothing}")',
      node: 'run("rm", "-rf", `folder/${nothing}`)',
    },
  },
  {
    title: "a value with blanks and shell text is one argument",
    passes: ({ output, files }) => output.trim().split("\n").length === 1 && !files.includes("injected"),
    scripts: {
      dscript: "String s = '; touch injected; $(touch injected) *'\nprintf '<%s>\\n' ${s}",
      shell: "s='; touch injected; $(touch injected) *'\nprintf '<%s>\\n' $s",
      fish: "set s '; touch injected; $(touch injected) *'\nprintf '<%s>\\n' $s",
      elvish: "var s = '; touch injected; $(touch injected) *'\ne:printf \"<%s>\\n\" $s",
      nu: 'let s = "; touch injected; $(touch injected) *"\n^printf "<%s>\\n" $s',
      zx: "const s = '; touch injected; $(touch injected) *'; console.log(`${await $`printf '<%s>\\n' ${s}`}`)",
      bun: "const s = '; touch injected; $(touch injected) *'; await $`/usr/bin/printf '<%s>\\n' ${s}`",
      python: "s = '; touch injected; $(touch injected) *'; run('printf', '<%s>\\\\n', s)",
      node: "const s = '; touch injected; $(touch injected) *'; run('printf', '<%s>\\\\n', s)",
    },
  },
  {
    title: "an input looks like an option",
    words: ["--help"],
    passes: ({ status, output }) => status !== 0 && !output.includes("Usage"),
    scripts: {
      dscript: "ls ${ARGV[0]}",
      shell: 'ls "$1"',
      fish: "ls $argv[1]",
      elvish: "e:ls $args[0]",
      nu: "def --wrapped main [...rest] { ^ls $rest.0 }",
      zx: "await $({ stdio: 'inherit' })`ls ${process.argv.at(-1)}`",
      bun: "await $`/bin/ls ${process.argv.at(-1)}`",
      python: 'run("ls", sys.argv[1])',
      node: 'run("ls", process.argv.at(-1))',
    },
  },
  {
    title: "the device is full",
    passes: stopped,
    scripts: {
      dscript: 'echo "important" > /dev/full\necho "reached"',
      shell: 'echo "important" > /dev/full\necho "reached"',
      fish: "echo important > /dev/full\necho reached",
      elvish: "echo important > /dev/full\necho reached",
      nu: '"important" | save --force /dev/full\nprint reached',
      zx: "await $`echo important > /dev/full`; console.log('reached')",
      bun: "await $`echo important > /dev/full`; console.log('reached')",
      python: 'run("echo", "important", stdout=open("/dev/full", "w")); print("reached")',
      node: 'import { writeFileSync } from "node:fs"; writeFileSync("/dev/full", "important"); console.log("reached")',
    },
  },
  {
    title: "a file to read is not there",
    passes: stopped,
    scripts: {
      dscript: 'wc -l < no-such\necho "reached"',
      shell: 'wc -l < no-such\necho "reached"',
      fish: "wc -l < no-such\necho reached",
      elvish: "wc -l < no-such\necho reached",
      nu: "open --raw no-such | ^wc -l\nprint reached",
      zx: "await $`wc -l < no-such`; console.log('reached')",
      bun: "await $`wc -l < no-such`; console.log('reached')",
      python: 'run("wc", "-l", stdin=open("no-such")); print("reached")',
      node: 'import { openSync } from "node:fs"; execFileSync("wc", ["-l"], { stdio: [openSync("no-such"), "inherit", "inherit"] }); console.log("reached")',
    },
  },
  {
    title: "a pattern matches nothing",
    passes: stopped,
    scripts: {
      dscript: 'rm -f *.none\necho "reached"',
      shell: 'rm -f *.none\necho "reached"',
      fish: "rm -f *.none\necho reached",
      elvish: "rm -f *.none\necho reached",
      nu: "^rm -f ...(glob *.none)\nprint reached",
      zx: "await $`rm -f *.none`; console.log('reached')",
      bun: "await $`rm -f *.none`; console.log('reached')",
      python: 'run("rm", "-f", *glob.glob("*.none")); print("reached")',
      node: 'run("rm", "-f", ...matches("*.none")); console.log("reached")',
    },
  },
  {
    title: "a job in the background fails",
    passes: ({ status }) => status !== 0,
    scripts: {
      dscript: 'false &\necho "reached"',
      shell: 'false &\necho "reached"\nsleep 0.2',
      fish: "false &\necho reached\nsleep 0.2",
      elvish: "e:false &\necho reached\nsleep 0.2",
      nu: "job spawn { ^false }\nprint reached\nsleep 200ms",
      zx: "$`false`; console.log('reached'); await sleep(200)",
      bun: "$`false`.run(); console.log('reached'); await Bun.sleep(200)",
      python: 'subprocess.Popen(["false"]); print("reached")',
      node: 'spawn("false"); console.log("reached")',
    },
  },
  {
    title: "a wrong type, found ahead of the first effect",
    passes: untouched,
    scripts: {
      dscript: 'touch made\nint n = "three"',
      shell: "touch made\nn=$((three + 1))",
      fish: "touch made\nset n (math three + 1)",
      elvish: "e:touch made\nvar n = (+ three 1)",
      nu: '^touch made\nlet n: int = "three"',
      zx: "await $`touch made`; const n = 'three' * 1",
      bun: "await $`touch made`; const n = 'three' * 1",
      python: 'run("touch", "made"); n: int = "three" * 1',
      node: 'run("touch", "made"); const n = "three" * 1',
    },
  },
  {
    title: "an unknown command, found ahead of the first effect",
    passes: untouched,
    scripts: {
      dscript: "touch made\nif (test -d /no/such) { sytemctl restart app }",
      shell: "touch made\nif [ -d /no/such ]; then sytemctl restart app; fi",
      fish: "touch made\nif test -d /no/such; sytemctl restart app; end",
      elvish: "e:touch made\nif (has-external no-such) { sytemctl restart app }",
      nu: "^touch made\nif ('/no/such' | path exists) { sytemctl restart app }",
      zx: "await $`touch made`; if (fs.existsSync('/no/such')) await $`sytemctl restart app`",
      bun: "await $`touch made`; if (await Bun.file('/no/such').exists()) await $`sytemctl restart app`",
      python: 'run("touch", "made")\nif os.path.exists("/no/such"): run("sytemctl", "restart", "app")',
      node: 'import { existsSync } from "node:fs"; run("touch", "made"); if (existsSync("/no/such")) run("sytemctl", "restart", "app")',
    },
  },
  {
    title: "a time limit leaves nobody running",
    passes: ({ status, left }) => status !== 0 && left === 0,
    scripts: {
      dscript: `timeout 300ms sh -c "setsid sleep ${mark}1 & sleep ${mark}2"`,
      shell: `timeout 0.3 sh -c "setsid sleep ${mark}1 & sleep ${mark}2"`,
      fish: `timeout 0.3 sh -c "setsid sleep ${mark}1 & sleep ${mark}2"`,
      elvish: `e:timeout 0.3 sh -c "setsid sleep ${mark}1 & sleep ${mark}2"`,
      nu: `^timeout 0.3 sh -c "setsid sleep ${mark}1 & sleep ${mark}2"`,
      zx: `await $\`sh -c "setsid sleep ${mark}1 & sleep ${mark}2"\`.timeout("300ms")`,
      bun: `await $\`timeout 0.3 sh -c "setsid sleep ${mark}1 & sleep ${mark}2"\``,
      python: `run("sh", "-c", "setsid sleep ${mark}1 & sleep ${mark}2", timeout=0.3)`,
      node: `execFileSync("sh", ["-c", "setsid sleep ${mark}1 & sleep ${mark}2"], { timeout: 300 })`,
    },
  },
  {
    title: "the script is edited while it runs",
    passes: ({ output }) => /^two$/m.test(output) && !/^INJECTED$/m.test(output),
    scripts: {
      dscript: 'echo "one"\nsh edit\necho "two"',
      shell: 'echo "one"\nsh edit\necho "two"',
      fish: "echo one\nsh edit\necho two",
      elvish: "echo one\nsh edit\necho two",
      nu: "print one\n^sh edit\nprint two",
      zx: "console.log('one'); await $`sh edit`; console.log('two')",
      bun: "console.log('one'); await $`sh edit`; console.log('two')",
      python: 'print("one"); run("sh", "edit"); print("two")',
      node: 'console.log("one"); run("sh", "edit"); console.log("two")',
    },
  },
];
