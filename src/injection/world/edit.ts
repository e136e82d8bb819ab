/** The script's command line and environment with the faults of its input. */

import type { InputEdit } from "./world.ts";

export interface Given {
  readonly arguments: readonly string[];
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** Variables that are not there. */
  readonly unset: readonly string[];
}

export function edited(given: Given, edits: readonly InputEdit[]): Given {
  return edits.reduce(editOnce, given);
}

function editOnce(given: Given, { place, name, text }: InputEdit): Given {
  switch (place) {
    case "argument":
      return { ...given, arguments: withArgument(given.arguments, Number(name) - 1, text) };
    case "parameter":
      return { ...given, arguments: withParameter(given.arguments, name, text) };
    case "variable": {
      const environment = given.environment.filter(([each]) => each !== name);
      return text === null
        ? { ...given, environment, unset: [...given.unset, name] }
        : { ...given, environment: [...environment, [name, text]] };
    }
  }
}

function withArgument(words: readonly string[], index: number, text: string | null): readonly string[] {
  const inPlace = text === null ? [] : [text];
  if (index >= words.length) return [...words, ...inPlace];
  return [...words.slice(0, index), ...inPlace, ...words.slice(index + 1)];
}

function withParameter(words: readonly string[], name: string, text: string | null): readonly string[] {
  const option = `--${name}`;
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === option) at += 1;
    else if (!word.startsWith(`${option}=`)) rest.push(word);
  }
  return text === null ? rest : [...rest, `${option}=${text}`];
}
