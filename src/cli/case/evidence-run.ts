/** `dscript case evidence run NODE CASE -- COMMAND`: runs a command, and adds what came of it as a result of the node. */

import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { figuresIn } from "../../assurance/index.ts";
import { exitCode, maxTimeExpected, openInjecting, readMaxTime } from "../../engine/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { bundleDigest, subjectFor } from "./bundle-digests.ts";
import { nodeNamed, openCase } from "./case-file.ts";
import { keep, kindOf, namedValues, statementFor } from "./evidence-made.ts";

const usualLimit = 86_400_000;
/** Bytes of output in which figures are looked for: the last ones. */
const mostRead = 4 * 2 ** 20;

const how = "dscript case evidence run Sn1 NAME.dcase.yaml -- ./load-test --users 40";

/** Exit codes: 0 the command ended well; 1 it did not, which is kept, too; 126, 127 it could not start; 128+n a signal. */
export async function runForEvidence(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [label, path, ...words] = operands;
  if (label === undefined || path === undefined || words.length === 0)
    return refuseWords("run needs a node, a case and a command", how);
  const limit = options.has("timeout") ? readMaxTime(options.value("timeout") ?? "") : usualLimit;
  if (limit === undefined)
    return refuseWords(
      `--timeout takes ${maxTimeExpected}, not ${JSON.stringify(options.value("timeout"))}`,
      "for example: --timeout 2h",
    );
  const parameters = namedValues(options.values("param"));
  if (typeof parameters === "string")
    return refuseWords(`--param ${parameters} names no value`, "write it as --param NAME=VALUE");
  const opened = openCase(path, options, !options.has("file"));
  if (typeof opened === "number") return opened;
  const node = nodeNamed(opened, label);
  if (typeof node === "number") return node;
  const script = node.evidence?.subject;
  const before = script === undefined ? undefined : await bundleDigest(script, path);
  const ran = await ranBeside(words, limit, options.has("json") ? 2 : 1);
  if (typeof ran === "string") {
    tell("dscript: the command was interrupted: that is no evidence\n");
    return 128 + (signals[ran] ?? 15);
  }
  const { status, output, seconds } = ran;
  if (status === 126 || status === 127)
    return said(status, `${words[0] ?? ""} cannot be started`, "name a program that is there, and may be run");
  if (script !== undefined && (await bundleDigest(script, path)) !== before)
    return said(exitCode.testFailed, `${script} has changed in the meantime: that is no evidence`, "run it again");
  const code = keep(
    opened,
    node,
    options,
    statementFor(node, kindOf(options, node, "load"), [await subjectFor(node, path)], {
      of: options.value("of") ?? node.evidence?.of ?? words.join(" ").slice(0, 200),
      result: status === 0 ? "passed" : "failed",
      figures: { ...figuresIn(output), status, seconds },
      parameters: { ...parameters, command: words },
    }),
  );
  if (code !== exitCode.ok || status === 0) return code;
  return said(
    exitCode.testFailed,
    `the command ended with status ${status}: it is kept as failed`,
    "see what it says, and run it again",
  );
}

function said(code: number, problem: string, next: string): number {
  refuseWords(problem, next);
  return code;
}

const signals: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGUSR1: 10, SIGTERM: 15 };

interface Ran {
  readonly status: number;
  readonly output: string;
  readonly seconds: number;
}

/** Runs it with what it says shown as it comes; the value is the signal that ended all, if one did. */
async function ranBeside(argv: readonly string[], limit: number, shownOn: 1 | 2): Promise<Ran | string> {
  const { beside } = await openInjecting();
  const folder = mkdtempSync(join(resolve(process.env["TMPDIR"] || "/tmp"), "dscript-evidence-"));
  const [output, error] = [join(folder, "output"), join(folder, "error")];
  const shown = [followed(output, shownOn), followed(error, 2)];
  const showAll = (): void => {
    for (const look of shown) look();
  };
  const timer = setInterval(showAll, 200);
  const started = performance.now();
  let status = 0;
  try {
    const signal = await beside(1, async ({ start }) => {
      status = await start({ argv, limit, output, error });
    });
    const seconds = Math.round(performance.now() - started) / 1000;
    showAll();
    return signal ?? { status, seconds, output: lastOf(output) };
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Shows what a file has got since it was looked at last. */
function followed(path: string, to: 1 | 2): () => void {
  let at = 0;
  const part = Buffer.alloc(65_536);
  return () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size <= at) return;
    const fd = openSync(path, "r");
    for (let read = 1; read > 0; at += read) {
      read = readSync(fd, part, 0, part.length, at);
      if (read > 0) write(to, part.subarray(0, read));
    }
    closeSync(fd);
  };
}

function lastOf(path: string): string {
  try {
    return readFileSync(path).subarray(-mostRead).toString("utf8");
  } catch {
    return "";
  }
}
