/** Tells a default of the script from what was given in its place: `env.PORT ?? "80"` may be either, and the run knows. */

import { type FaultArgument, Origin, type Program } from "../../records/index.ts";
import type { Run } from "../run.ts";
import { masked } from "../secrets.ts";

const fromText = Origin.literal | Origin.constant;
const fromGiven = Origin.argv | Origin.parameter | Origin.environment;

/** The argument without the origins that its text rules out: nothing that was given is in it, and the script's own text makes up all of it. */
export function withoutUnused(run: Run, argument: FaultArgument): FaultArgument {
  const { origins, text } = argument;
  if ((origins & fromText) === 0 || (origins & fromGiven) === 0 || text === "" || text === masked) return argument;
  const { environment, arguments: words, parameters } = run.options;
  const unused =
    (isAmong(words, text) || isAmong([...parameters.values()].map(String), text) ? 0 : Origin.argv | Origin.parameter) |
    (isAmong([...environment.values()], text) ? 0 : Origin.environment);
  if ((origins & unused) === 0 || !isWritten(run, text)) return argument;
  return { ...argument, origins: origins & ~unused };
}

/** A given text that is short stands in many others by chance. */
const shortest = 3;

function isAmong(given: readonly string[], text: string): boolean {
  const plain = text.toLowerCase();
  return given.some((each) => {
    const other = each.toLowerCase();
    return other === plain || other.includes(plain) || (other.length >= shortest && plain.includes(other));
  });
}

/** What a program's texts are put together from, the longest first; of a run that fails again and again found out once. */
const piecesOf = new WeakMap<Program, readonly string[]>();

function pieces(program: Program): readonly string[] {
  const known = piecesOf.get(program);
  if (known !== undefined) return known;
  const all = program.files.flatMap(({ text }) => text.split(/["'`\s(),=]|\$\{|\}|\$(?=\w)/));
  const found = [...new Set(all)].toSorted((a, b) => b.length - a.length);
  piecesOf.set(program, found);
  return found;
}

/** Whether a text is put together from pieces that stand in the script. */
function isWritten({ options: { program } }: Run, text: string): boolean {
  let left = text;
  for (const piece of pieces(program)) {
    if (piece.length < 2) break;
    left = left.replaceAll(piece, " ");
    if (!/[^\s/.,:;=@_-]/.test(left)) return true;
  }
  return pieces(program).includes(text);
}
