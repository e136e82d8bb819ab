/** Characters that no script may hold, wherever they stand (language 1). */

import { type Diagnostic, diagnose } from "../../diagnostics/index.ts";
import type { SourceFile } from "../../text/index.ts";

/** With more of them the file is no text. */
const binaryLimit = 20;

const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g;

/** What was found; `isBinary` where so much was that reading on helps nobody. */
export interface BadCharacters {
  readonly diagnostics: readonly Diagnostic[];
  readonly isBinary: boolean;
}

export function findBadCharacters(source: SourceFile): BadCharacters {
  const { text } = source;
  const diagnostics: Diagnostic[] = [];
  for (const at of offsets(text, bidirectional)) {
    diagnostics.push(diagnose("DS1009", source, { start: at, end: at + 1 }, { code: hexadecimal(text, at) }));
  }
  const controls = offsets(text, control);
  const [first] = controls;
  if (first !== undefined && controls.length > binaryLimit) {
    const span = { start: first, end: first + 1 };
    return {
      diagnostics: [diagnose("DS1022", source, span, { count: controls.length })],
      isBinary: true,
    };
  }
  for (const at of controls) {
    diagnostics.push(diagnose("DS1010", source, { start: at, end: at + 1 }, { code: hexadecimal(text, at) }));
  }
  return { diagnostics, isBinary: false };
}

/** At most a few thousand: more of them tell nothing new. */
function offsets(text: string, pattern: RegExp): readonly number[] {
  const found: number[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null && found.length < 5000; one = pattern.exec(text))
    found.push(one.index);
  return found;
}

function hexadecimal(text: string, at: number): string {
  return text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
}
