/** What is wrong between a script and its D-Case (language 10). */

import { entry } from "./entry.ts";

export const assuranceCatalogue = {
  DS3001: entry<{ what: string; named: string; file: string; nearest: string | undefined; known: string }>({
    severity: "error",
    title: "A goal that the D-Case does not have",
    message: ({ what, named, file }) => `${file} has no ${what} ${named}`,
    hint: ({ what, nearest, known }) => {
      if (nearest !== undefined) return `did you mean ${nearest}?`;
      return known === "" ? `add the ${what} to the case` : `add it to the case, or name one that is there: ${known}`;
    },
  }),
  DS3002: entry<{ what: string; text: string | undefined }>({
    severity: "error",
    title: "A D-Case that nothing names",
    message: ({ what }) => `${what} is looked up in a D-Case, and the script has none`,
    hint: ({ text }) => {
      const named = "name it in dscript.yaml, `case: NAME.dcase.yaml`, or on the command line, `--case FILE`";
      return text === undefined ? named : `${named}; \`${text}\` is text`;
    },
  }),
  DS3003: entry<{ what: string; named: string; file: string; is: string }>({
    severity: "error",
    title: "A node of another type",
    message: ({ what, named, file, is }) => `${named} is ${is} of ${file}, and no ${what}`,
    hint: ({ what }) =>
      what === "goal" ? "name the goal that it belongs to" : "name a strategy, or leave the name of the strategy out",
  }),
  DS3004: entry<{
    key: string;
    where: string;
    file: string;
    nearest: string | undefined;
    known: string;
    elsewhere: string | undefined;
  }>({
    severity: "error",
    title: "A context value that nothing states",
    message: ({ key, where, file }) => `no context of ${where} in ${file} states \`${key}\``,
    hint: ({ key, nearest, known, elsewhere }) => {
      if (nearest !== undefined) return `did you mean \`@{${nearest}}\`?`;
      if (elsewhere !== undefined) return `it is stated for ${elsewhere}: use it in \`assure ${elsewhere} { … }\``;
      const fallback = `say what holds without it, \`@{${key}} ?? …\``;
      return known === "" ? `state it there, or ${fallback}` : `it has ${known}; state it there, or ${fallback}`;
    },
  }),
  DS3005: entry<{ key: string; value: string; type: string; by: string; file: string }>({
    severity: "error",
    title: "A context value of another type",
    message: ({ key, value, type, by, file }) => `\`${key}\` is ${value}, and no ${type} (${by} in ${file})`,
    hint: ({ key, type }) =>
      type === "String" || type.endsWith("[]")
        ? "correct it in the case"
        : `correct it in the case, or take it as it is: \`String text = @{${key}}\``,
  }),
  DS3006: entry<Record<never, never>>({
    severity: "error",
    title: "argue without a strategy",
    message: () => "this `argue` has no strategy: nothing argues for its goal",
    hint: () => "write `strategy pre { … }`, `strategy concurrent { … }` or `strategy post { … }` into it",
  }),
  DS3007: entry<{ what: string; text: string; file: string; labels: string }>({
    severity: "error",
    title: "A text that several goals have",
    message: ({ what, text, file, labels }) =>
      `several ${what === "goal" ? "goals" : "strategies"} of ${file} say ${text}: ${labels}`,
    hint: () => "name the one that is meant by its label",
  }),
} as const;
