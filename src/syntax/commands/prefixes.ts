/** `timeout 10s cmd`, `within 5s cmd` and `trace cmd` (language 3). */

import { dollar, isBlank, isDigit, newline } from "../characters.ts";
import { type CommandPrefixRow, defineCommandPrefix, type Parser } from "../grammar.ts";
import { isContextValueAt, readContextValue } from "../scan/context-values.ts";
import { readInterpolation } from "../scan/interpolation.ts";
import { readNumber } from "../scan/numbers.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Prefix, TimePrefix } from "../tree.ts";

/** `timeout` is always the prefix; GNU's program is `command timeout`. */
export const timeoutPrefix: CommandPrefixRow = defineCommandPrefix({
  word: "timeout",
  form: "timeout 10s COMMAND",
  shape: (p, after) => isBlank(p.code(after)) || p.code(after) === newline || after >= p.end,
  parse: (p) => {
    const start = p.at;
    p.at += "timeout".length;
    skipCommandBlanks(p);
    const rewrite = gnuForm(p);
    if (rewrite === undefined) return readDuration(p, "timeout", start);
    p.report("DS1106", start, p.at + rewrite.length, {
      word: "timeout",
      rewrite: `timeout ${rewrite.duration}${rewrite.rest}`,
    });
    p.at += rewrite.length;
    return undefined;
  },
});

/** `within` is a prefix only ahead of a duration: there may be a program of that name. */
export const withinPrefix: CommandPrefixRow = defineCommandPrefix({
  word: "within",
  form: "within 5s COMMAND",
  shape: (p, after) => p.match(/[ \t]+(?:\d|\$[{A-Za-z_]|@\{)/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.at += "within".length;
    skipCommandBlanks(p);
    return readDuration(p, "within", start);
  },
});

/** `trace` is always the prefix; a program of that name is `command trace`. */
export const tracePrefix: CommandPrefixRow = defineCommandPrefix({
  word: "trace",
  form: "trace COMMAND",
  shape: (p, after) => isBlank(p.code(after)) || p.code(after) === newline || after >= p.end,
  parse: (p) => {
    const start = p.at;
    p.at += "trace".length;
    return { kind: "trace", start, end: p.at };
  },
});

function readDuration(p: Parser, kind: TimePrefix["kind"], start: number): Prefix | undefined {
  const code = p.code(p.at);
  if (isDigit(code)) {
    const duration = readNumber(p);
    if (duration.kind !== "duration" && duration.kind !== "error-expression") {
      const text = p.text.slice(duration.start, duration.end);
      p.report("DS1106", start, p.at, { word: kind, rewrite: `${kind} ${text}s …` });
    }
    return { kind, duration, start, end: p.at };
  }
  if (isContextValueAt(p, p.at)) return { kind, duration: readContextValue(p), start, end: p.at };
  const part = code === dollar ? readInterpolation(p, false) : undefined;
  if (part === undefined) {
    p.fail(p.at, `a duration behind \`${kind}\`, as in \`${kind} 10s cmd\` or \`${kind} \${limit} cmd\``);
    return undefined;
  }
  return { kind, duration: part.expression, start, end: p.at };
}

/** `-k 5 10 curl x`, `10 curl x`: options, or a number without a unit. */
function gnuForm(p: Parser): { readonly length: number; readonly duration: string; readonly rest: string } | undefined {
  const found = p.match(
    /((?:(?:-[ks]|--kill-after|--signal)(?:[ =]?[\w.]+)[ \t]+|-[-\w=.]+[ \t]+)*)(\d+(?:\.\d+)?)([smhd]?)(?=\s|$)/y,
    p.at,
  );
  if (found === undefined || (found[1] === "" && found[3] !== "")) {
    const options = p.match(/-[-\w=.]*/y, p.at);
    return options && { length: options[0].length, duration: "10s", rest: " …" };
  }
  const after = p.at + found[0].length;
  const rest = (p.match(/[^\n]{0,40}/y, after)?.[0] ?? "").trimEnd();
  return { length: found[0].length, duration: `${found[2] ?? ""}${found[3] === "" ? "s" : (found[3] ?? "")}`, rest };
}
