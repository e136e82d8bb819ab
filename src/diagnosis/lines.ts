/** Cleans a command's last words, and parts them into the lines that may tell why it failed. */

import { plainQuotes } from "./texts.ts";

/** One line, without colours, times and what a log writes ahead of it. */
export interface Line {
  /** As it was written. */
  readonly text: string;
  /** In lower case, with straight quotes: what rules are tried on. */
  readonly lower: string;
  /** The program that it names ahead of its first colon, without its folder. */
  readonly speaker?: string;
  /** How it calls itself; absent where it does not say. */
  readonly level?: "error" | "warning" | "note";
}

/** A tail, read. */
export interface Tail {
  readonly lines: readonly Line[];
  readonly isHelp: boolean;
  readonly isStack: boolean;
}

/** What is read of one line: its start, and its end where it is longer. */
const longestLine = 1000;
/** Of a list of options the lines are no messages. */
const fewestOptions = 5;
const fewestFrames = 20;

/** The lines of a tail that may be messages, in their order; whether it explains how to call the program, and whether it is part of a long stack. */
export function linesOf(tail: string): Tail {
  const lines: Line[] = [];
  let options = 0;
  let frames = 0;
  // Within a stack of Python, of a list of options, or of what stands below "usage:".
  let within: "stack" | "usage" | undefined;
  for (const raw of uncoloured(tail).split(/[\n\r\v\f\u0085\u2028]/)) {
    if (raw.trim() === "") {
      if (within === "usage") within = undefined;
      continue;
    }
    if (/^\s*--?[a-z]/i.test(raw)) {
      options += 1;
      continue;
    }
    const isDeeper = /^\s/.test(raw);
    if (within !== undefined && isDeeper) continue;
    within = undefined;
    if (isFrame(raw)) {
      frames += 1;
      continue;
    }
    if (/^\s*traceback \(most recent call last\)/i.test(raw)) within = "stack";
    if (/^\s*(?:[\w./-]+: )?usage:/i.test(raw)) within = "usage";
    lines.push(lineOf(raw));
  }
  return { lines, isHelp: options >= fewestOptions, isStack: frames >= fewestFrames };
}

/** Escape sequences of terminals (ECMA-48), and control characters but line ends. */
function uncoloured(text: string): string {
  return text
    .replace(/\u001b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\u001b\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)?|\u001b[ -~]/g, "")
    .replace(/[\u0000-\u0008\u000e-\u001b\u007f]/g, " ");
}

/** A frame of a stack: Node's, Java's, a Go routine's, Ruby's, PHP's. */
function isFrame(line: string): boolean {
  return /^\s+(?:at |\.{3} \d+ more|from \S+:\d+|\/\S+:\d+ \+0x|\^+\s*$|~*\^[\^~]*\s*$|File ")|^#\d+ |^goroutine \d+ \[/.test(
    line,
  );
}

function lineOf(raw: string): Line {
  const cut = raw.length > longestLine ? `${raw.slice(0, 700)} ${raw.slice(-300)}` : raw;
  const { text, level: logged } = withoutLog(cut.trim());
  const speaker = /^(?:\/[\w./+-]{0,200}\/)?([A-Za-z_][\w.+-]{0,40})(?:\[\d+\])?: /.exec(text)?.[1];
  const level = logged ?? levelOf(text);
  const lower = plainQuotes(text.toLowerCase());
  return {
    text,
    lower,
    ...(speaker === undefined ? {} : { speaker: speaker.toLowerCase() }),
    ...(level === undefined ? {} : { level }),
  };
}

const time =
  /^(?:\[|time=")?(?:\d{4}[-/.]\d\d[-/.]\d\d(?:[t ,]{1,2}\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?)?|\d\d:\d\d:\d\d(?:[.,]\d+)?|[a-z]{3} [ \d]\d \d\d:\d\d:\d\d)(?:z| ?[+-]\d\d:?\d\d| [a-z]{3,4})?[\]"]?:?\s+/i;
/** glog: "E1126 09:18:44.857709   17321 memcache.go:265] ". */
const glog = /^([iwef])\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ [\w.-]+:\d+\] /i;
const marked =
  /^[[(<]?(error|err|fatal|critical|crit|emerg|alert|severe|panic|warning|warn|notice|info|debug|trace)\b[\])>]?[:\s]\s*/i;

/** A line of a log without its time and level, and the message of a line that is JSON or key=value. */
function withoutLog(line: string): { readonly text: string; readonly level?: Line["level"] } {
  if (line.startsWith("{") && line.endsWith("}")) return messageOfJson(line) ?? { text: line };
  const byGlog = glog.exec(line);
  if (byGlog !== null) return { text: line.slice(byGlog[0].length), level: levels[byGlog[1]?.toLowerCase() ?? ""] };
  const pair = /\blevel="?([a-z]+)"?.*?\b(?:msg|message)=/i.exec(line);
  if (pair !== null) {
    const level = levels[pair[1]?.toLowerCase() ?? ""];
    const text = line.slice(pair.index + pair[0].length).replace(/\\"/g, '"');
    return level === undefined ? { text } : { text, level };
  }
  const timed = time.exec(line);
  if (timed === null) return { text: line };
  const rest = line.slice(timed[0].length);
  const word = marked.exec(rest);
  const level = levels[word?.[1]?.toLowerCase() ?? ""];
  return level === undefined ? { text: rest } : { text: rest.slice(word?.[0].length), level };
}

function messageOfJson(line: string): { readonly text: string; readonly level?: Line["level"] } | undefined {
  try {
    const found: unknown = JSON.parse(line);
    if (typeof found !== "object" || found === null) return undefined;
    const values = new Map(Object.entries(found).map(([key, value]) => [key.toLowerCase(), value]));
    const said = ["msg", "message", "@message", "error", "err", "exception", "reason", "detail"]
      .map((key) => values.get(key))
      .filter((value) => typeof value === "string");
    if (said.length === 0) return undefined;
    const level = levels[String(values.get("level") ?? values.get("severity") ?? values.get("@level")).toLowerCase()];
    return level === undefined ? { text: said.join(": ") } : { text: said.join(": "), level };
  } catch {
    return undefined;
  }
}

const levels: Readonly<Record<string, Line["level"]>> = {
  e: "error",
  f: "error",
  error: "error",
  err: "error",
  fatal: "error",
  critical: "error",
  crit: "error",
  emerg: "error",
  alert: "error",
  severe: "error",
  panic: "error",
  w: "warning",
  warning: "warning",
  warn: "warning",
  i: "note",
  notice: "note",
  note: "note",
  hint: "note",
  info: "note",
  debug: "note",
  trace: "note",
};

/** "warning: …", "tar: warning: …", "[error] …", and apt's "W: ". */
function levelOf(text: string): Line["level"] {
  const own = /^[[(<]?([a-z]{3,8})[\])>]?(?::| \w)/i.exec(text)?.[1];
  const second = /^[\w./+-]{1,60}: ?[[(<]?([a-z]{3,8})[\])>]?:? /i.exec(text)?.[1];
  const letter = /^([EWN]): /.exec(text)?.[1];
  return levels[(own ?? "").toLowerCase()] ?? levels[(second ?? letter ?? "").toLowerCase()];
}
