/** A fault as a person reads it in a terminal: title, place, code frame, whose move it is, stack trace (faults 2). */

import { displayWidth, placeOf, type SourceFile, type Span } from "../text/index.ts";
import { escapeText } from "./escape.ts";
import { english, type Language } from "./language.ts";
import { type FrameStyle, plainStyle, renderFrame } from "./render.ts";

/** An argument of a frame: `text` is the value as it is, without quotes; a secret's is "***". */
export interface FaultViewArgument {
  /** Empty for a command's words, which have no names. */
  readonly name: string;
  /** "String", "int": strings are shown in quotes. */
  readonly type: string;
  readonly text: string;
  /** The value is null, not a text that reads so. */
  readonly isNull?: boolean;
}

export interface FaultViewFrame {
  readonly file: string;
  readonly line: number;
  /** "System.fopen", "main". */
  readonly name: string;
  readonly arguments: readonly FaultViewArgument[];
}

/** What is drawn of a fault. */
export interface FaultView {
  /** "IOFault". */
  readonly kind: string;
  /** May have several lines. */
  readonly message: string;
  /** The message is the script's own words, as in `throw UserFault("…")`: no other language is put over them. */
  readonly isScripts?: boolean;
  readonly source?: SourceFile;
  /** Into `source`: what the frame underlines. */
  readonly span?: Span;
  /** Most likely first; `reason` is the strongest one, without a full stop. */
  readonly ranked: readonly {
    readonly class: string;
    readonly p: number;
    readonly reason?: string;
    /** All of them, strongest first, with what each adds to the class's log-odds. */
    readonly reasons?: readonly { readonly rule: string; readonly says: string; readonly weight: number }[];
  }[];
  /** The classes that the title and the "also" lines name. */
  readonly plausible: readonly string[];
  readonly advice: string;
  /** The class that evidence for the script makes less likely, and that evidence. */
  readonly cleared?: { readonly class: string; readonly reason: string };
  /** A `retry` had tries left, and is not for a fault of the class that comes first. */
  readonly isNotRetried?: boolean;
  /** Of a traced command: the system call that failed, `openat("/srv/x"): Permission denied`. */
  readonly systemCall?: string;
  /** Of an assertion: the values that were compared. */
  readonly compared?: readonly FaultViewArgument[];
  /** Of long values: the lines of a unified diff. */
  readonly difference?: readonly string[];
  /** The goal of the D-Case that was served: "G3: the service answers at peak", or its text alone. */
  readonly serving?: { readonly label?: string; readonly text: string };
  /** Innermost first. */
  readonly stack: readonly FaultViewFrame[];
  /** So many frames are not in `stack`, ahead of the one at this index. */
  readonly leftOut?: { readonly at: number; readonly count: number };
}

/** Longer values are cut to this many terminal columns, with their length behind. */
const longestValue = 72;
const mostArguments = 16;
/** Of a deep stack the innermost and the outermost frames are shown. */
const mostInner = 20;
const mostOuter = 5;
const longestMessage = 4096;
const longestGoal = 200;
const labelWidth = 13;

/** Draws a fault, ending with a newline. No control character of its texts reaches the terminal. */
export function renderFault(view: FaultView, style: FrameStyle = plainStyle, language: Language = english): string {
  const shown = view.ranked.filter((share) => view.plausible.includes(share.class));
  const lines = [`${style.error(view.kind)}: ${style.strong(shown.map((share) => share.class).join(" "))}`];
  // Further lines stand deeper, so that no message can pass for the lines that follow it.
  const said = view.isScripts === true ? view.message : language.text(view.message);
  const message = shorten(said, longestMessage, language).split("\n");
  for (const [index, line] of message.entries()) lines.push(`${index === 0 ? "  " : "    "}${escapeText(line)}`);
  if (view.source !== undefined && view.span !== undefined) {
    const place = placeOf(view.source, view.span.start);
    lines.push(`  ${escapeText(view.source.name)}:${place.line}:${place.column}`);
    lines.push(renderFrame(view.source, view.span, style.error, style));
  }
  lines.push(...comparedLines(view, style, language), ...servingLines(view, language));
  const [best, ...others] = shown;
  if (best !== undefined) {
    const reason = best.reason === undefined || best.reason === "" ? "" : `: ${escapeText(language.text(best.reason))}`;
    const advice = escapeText(language.text(view.advice));
    lines.push(`  ${label("most likely", language)}${style.strong(best.class)} ${share(best.p)} (${advice})${reason}`);
  }
  for (const other of others) lines.push(`  ${label("also", language)}${other.class} ${share(other.p)}`);
  if (view.cleared !== undefined)
    lines.push(
      `  ${label("less likely", language)}${view.cleared.class}: ${escapeText(language.text(view.cleared.reason))}`,
    );
  if (view.isNotRetried === true && best !== undefined)
    lines.push(
      `  ${language.text(`not tried again: that would not mend it; \`retry … on ${best.class}\` tries all the same`)}`,
    );
  if (view.systemCall !== undefined)
    lines.push(
      `  ${label("system call", language)}${escapeText(language.text(shorten(view.systemCall, longestMessage, language)))}`,
    );
  if (view.stack.length > 0) lines.push(language.text("StackTrace"), ...stackLines(view, style, language));
  return `${lines.join("\n")}\n`;
}

function servingLines({ serving }: FaultView, language: Language): readonly string[] {
  if (serving === undefined) return [];
  const text = shorten(serving.text.replace(/\s+/g, " "), longestGoal, language);
  const goal = serving.label === undefined ? `: ${text}` : ` ${serving.label}: ${text}`;
  return [`  ${escapeText(language.text(`while serving${goal}`))}`];
}

/** The values of a failed assertion; where they are long, what is different in them. */
function comparedLines(view: FaultView, style: FrameStyle, language: Language): readonly string[] {
  const { compared = [], difference = [] } = view;
  if (difference.length > 0) {
    const [left, right] = compared.map(({ name }) => language.text(name));
    return [style.error(`  --- ${left}`), style.added(`  +++ ${right}`), ...difference.map(paintLine(style))];
  }
  return compared.map(({ name, type, text, isNull }) => {
    const value = isNull === true ? text : valueText(type, text, language);
    return `  ${label(name, language)}${value}`;
  });
}

function paintLine(style: FrameStyle): (line: string) => string {
  return (line) => {
    const text = `  ${escapeText(line)}`;
    if (line.startsWith("-")) return style.error(text);
    if (line.startsWith("+")) return style.added(text);
    return line.startsWith("@@") ? style.dim(text) : text;
  };
}

/** The words ahead of the classes, all as wide. */
function label(text: string, language: Language): string {
  const words = language.text(text);
  return `${words}${" ".repeat(Math.max(1, labelWidth - displayWidth(words)))}`;
}

/** Two digits; never "1.00", as a diagnosis is never certain. */
function share(p: number): string {
  return Math.min(p, 0.99).toFixed(2);
}

function stackLines({ stack, leftOut }: FaultView, style: FrameStyle, language: Language): readonly string[] {
  const count = leftOut?.count ?? 0;
  const total = stack.length + count;
  const from = Math.min(mostInner, leftOut?.at ?? mostInner);
  const to = total > mostInner + mostOuter + 1 ? Math.max(stack.length - mostOuter, leftOut?.at ?? 0) : from;
  const lines: string[] = [];
  const shown = (frame: FaultViewFrame, number: number): void => {
    const place = `(${escapeText(frame.file)}:${frame.line})`;
    // `xs[7]` says it all.
    const list = frame.name.endsWith("]") ? "" : `(${argumentsText(frame.arguments, language)})`;
    lines.push(`  [${number}] ${place} ${escapeText(frame.name)}${list}`);
  };
  const hidden = to - from + count;
  for (const [index, frame] of stack.entries()) {
    if (index === from && hidden > 0) lines.push(style.dim(`  … ${language.text(`${hidden} frames`)} …`));
    if (index < from) shown(frame, total - 1 - index);
    else if (index >= to) shown(frame, stack.length - 1 - index);
  }
  return lines;
}

function argumentsText(list: readonly FaultViewArgument[], language: Language): string {
  const parts = list.slice(0, mostArguments).map((argument) => argumentText(argument, language));
  if (list.length > mostArguments) parts.push(`… ${language.text(`and ${list.length - mostArguments} more`)}`);
  return parts.join(", ");
}

function argumentText({ name, type, text, isNull }: FaultViewArgument, language: Language): string {
  const value = isNull === true ? text : valueText(type, text, language);
  return `${name === "" ? "" : `${escapeText(name)}=`}(${escapeText(type)}) ${value}`;
}

function valueText(type: string, text: string, language: Language): string {
  if (text === "***") return text;
  const isText = type === "String" || type === "String?";
  const toShown = (part: string): string => (isText ? escapeText(part.replace(/["\\]/g, "\\$&")) : escapeText(part));
  const cut = cutToWidth(text, toShown);
  const value = isText ? `"${cut.text}${cut.isWhole ? "" : "…"}"` : `${cut.text}${cut.isWhole ? "" : "…"}`;
  return cut.isWhole ? value : `${value} (${language.text(`${text.length} characters`)})`;
}

/** Cuts between characters, so that neither an escape nor a wide character is torn; combining marks stay with their letter. */
function cutToWidth(
  text: string,
  toShown: (part: string) => string,
): { readonly text: string; readonly isWhole: boolean } {
  let width = 0;
  let shown = "";
  for (const character of text) {
    const piece = toShown(character);
    const columns = displayWidth(piece);
    if (width + columns > longestValue) return { text: shown, isWhole: false };
    width += columns;
    shown += piece;
  }
  return { text: shown, isWhole: true };
}

function shorten(text: string, most: number, language: Language): string {
  return text.length > most ? `${text.slice(0, most)}… (${language.text(`${text.length} characters`)})` : text;
}
