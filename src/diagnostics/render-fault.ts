/** A fault as a person reads it in a terminal: title, place, code frame, whose move it is, stack trace (faults 2). */

import { displayWidth, placeOf, type SourceFile, type Span } from "../text/index.ts";
import { type FrameStyle, plainStyle, renderFrame } from "./render.ts";

/** An argument of a frame: `text` is the value as it is, without quotes; a secret's is "***". */
export interface FaultViewArgument {
  /** Empty for a command's words, which have no names. */
  readonly name: string;
  /** "String", "int": strings are shown in quotes. */
  readonly type: string;
  readonly text: string;
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
  readonly source?: SourceFile;
  /** Into `source`: what the frame underlines. */
  readonly span?: Span;
  /** Most likely first; `reason` is the strongest one, without a full stop. */
  readonly ranked: readonly { readonly class: string; readonly p: number; readonly reason?: string }[];
  /** The classes that the title and the "also" lines name. */
  readonly plausible: readonly string[];
  readonly advice: string;
  /** Innermost first. */
  readonly stack: readonly FaultViewFrame[];
}

/** Longer values are cut to this many terminal columns, with their length behind. */
const longestValue = 72;
const mostArguments = 16;
/** Of a deep stack the innermost and the outermost frames are shown. */
const mostInner = 20;
const mostOuter = 5;
const longestMessage = 4096;

/** Draws a fault, ending with a newline. No control character of its texts reaches the terminal. */
export function renderFault(view: FaultView, style: FrameStyle = plainStyle): string {
  const shown = view.ranked.filter((share) => view.plausible.includes(share.class));
  const lines = [`${style.error(view.kind)}: ${style.strong(shown.map((share) => share.class).join(" "))}`];
  for (const line of shorten(view.message, longestMessage).split("\n")) lines.push(`  ${escapeText(line)}`);
  if (view.source !== undefined && view.span !== undefined) {
    const place = placeOf(view.source, view.span.start);
    lines.push(`  ${escapeText(view.source.name)}:${place.line}:${place.column}`);
    lines.push(renderFrame(view.source, view.span, style.error, style));
  }
  const [best, ...others] = shown;
  if (best !== undefined) {
    const reason = best.reason === undefined || best.reason === "" ? "" : `: ${escapeText(best.reason)}`;
    lines.push(`  most likely  ${style.strong(best.class)} ${share(best.p)} (${escapeText(view.advice)})${reason}`);
  }
  for (const other of others) lines.push(`  also         ${other.class} ${share(other.p)}`);
  if (view.stack.length > 0) lines.push("StackTrace", ...stackLines(view.stack, style));
  return `${lines.join("\n")}\n`;
}

/** Two digits; never "1.00", as a diagnosis is never certain. */
function share(p: number): string {
  return Math.min(p, 0.99).toFixed(2);
}

function stackLines(stack: readonly FaultViewFrame[], style: FrameStyle): readonly string[] {
  const lines: string[] = [];
  const hidden = stack.length > mostInner + mostOuter + 1 ? stack.length - mostInner - mostOuter : 0;
  for (const [index, frame] of stack.entries()) {
    if (hidden > 0 && index === mostInner) lines.push(style.dim(`  … ${hidden} frames …`));
    if (hidden > 0 && index >= mostInner && index < mostInner + hidden) continue;
    const place = `(${escapeText(frame.file)}:${frame.line})`;
    lines.push(`  [${stack.length - 1 - index}] ${place} ${escapeText(frame.name)}(${argumentsText(frame.arguments)})`);
  }
  return lines;
}

function argumentsText(list: readonly FaultViewArgument[]): string {
  const parts = list.slice(0, mostArguments).map(argumentText);
  if (list.length > mostArguments) parts.push(`… and ${list.length - mostArguments} more`);
  return parts.join(", ");
}

function argumentText({ name, type, text }: FaultViewArgument): string {
  return `${name === "" ? "" : `${escapeText(name)}=`}(${escapeText(type)}) ${valueText(type, text)}`;
}

function valueText(type: string, text: string): string {
  if (text === "***") return text;
  const isText = type === "String" || type === "String?";
  const toShown = (part: string): string => (isText ? escapeText(part.replace(/["\\]/g, "\\$&")) : escapeText(part));
  const cut = cutToWidth(text, toShown);
  const value = isText ? `"${cut.text}${cut.isWhole ? "" : "…"}"` : `${cut.text}${cut.isWhole ? "" : "…"}`;
  return cut.isWhole ? value : `${value} (${text.length} characters)`;
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

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
}

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u001b": "\\e", "\0": "\\0" };

/** Control characters, those that turn the direction of text, and lone surrogates as escapes; a byte that is no UTF-8 (language 1) as \xNN. */
export function escapeText(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu,
    (unit) => named[unit] ?? codeText(unit.charCodeAt(0)),
  );
}

function codeText(code: number): string {
  const byte = code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code;
  return byte < 0x100 ? `\\x${byte.toString(16).padStart(2, "0")}` : `\\u{${byte.toString(16)}}`;
}
