/**
 * Patterns of a command's usage. A pattern is words with blanks between them, all of which must hold:
 * `-i`, `--in-place`, `-delete`: the option is given (alone, in a bundle, with a value);
 * `-O=-`: it is given with this value; `!-c`: it is not given; `--set-*`: one that starts so, `!-*`: none at all;
 * any other words: the operands begin with them, in order; `*` is any one word, `set-*` any word that starts so;
 * `$`: no operand follows; `of=*`: some operand, wherever it stands, starts so, `*=*`: some operand holds a `=`.
 */

import type { CommandLine, GivenOption } from "./line.ts";

/** Whether the pattern holds for a command line. */
export function fits(pattern: string, line: CommandLine): boolean {
  let operand = 0;
  for (const token of pattern.split(" ")) {
    if (token.startsWith("!")) {
      if (line.options.some((option) => isOption(token.slice(1), option))) return false;
    } else if (token.startsWith("-") && token.length > 1) {
      if (!line.options.some((option) => isOption(token, option))) return false;
    } else if (token === "$") {
      if (line.operands.length > operand) return false;
    } else if (token.endsWith("=*")) {
      if (!line.operands.some((word) => (token === "*=*" ? word.includes("=") : isOperand(token, word)))) return false;
    } else {
      const word = line.operands[operand];
      if (word === undefined || !isOperand(token, word)) return false;
      operand += 1;
    }
  }
  return true;
}

function isOption(token: string, option: GivenOption): boolean {
  if (token.endsWith("*")) return option.name.startsWith(token.slice(0, -1));
  const equals = token.indexOf("=");
  if (equals === -1) return option.name === token;
  return option.name === token.slice(0, equals) && option.value === token.slice(equals + 1);
}

function isOperand(token: string, word: string): boolean {
  return token.endsWith("*") ? word.startsWith(token.slice(0, -1)) : word === token;
}
