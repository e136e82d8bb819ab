/** DS25xx to DS29xx: what the checker says of commands, words and statuses. */

import { entry } from "./entry.ts";

export const commandCatalogue = {
  DS2501: entry<{
    name: string;
    where: string;
    nearest?: string | undefined;
    compared?: string | undefined;
    fix?: string | undefined;
  }>({
    severity: "error",
    title: "A command is not found",
    message: ({ name, where, compared }) =>
      compared === undefined
        ? `there is no command \`${name}\` ${where}`
        : /[\d.]$/.test(compared)
          ? `there is no command \`${name}\` ${where}; \`${compared}\` redirects it to the file ${compared.slice(2).trim()}`
          : `there is no command \`${name}\` ${where}; \`${compared}\` compares only where a declared name stands ahead of it`,
    hint: ({ name, where, nearest, compared, fix }) => {
      if (fix !== undefined) return fix;
      if (compared !== undefined)
        return `declare \`${name}\` ahead of this, if a comparison is meant${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`;
      if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
      if (/^\w+(?:\+\+|--)$/.test(name)) return `declare it first: \`int ${name.slice(0, -2)} = 0\``;
      if (name.includes("/")) return "look at the path: it must name a program that may be run";
      return `${where.startsWith("in ") ? "add it to the list if it is there" : "install it"}, or declare it with \`import command ${/^[\w.+-]+$/.test(name) ? name : `"${name}"`} optional\``;
    },
  }),
  DS2502: entry<{ type: string; joined: boolean; name: string; index?: string | undefined }>({
    severity: "error",
    title: "An array must be a word by itself",
    message: ({ type, joined }) =>
      joined
        ? `a ${type} gives one argument an element, so it must be a word by itself`
        : `a ${type} gives several words, and one is wanted here`,
    hint: ({ name, index }) =>
      index === undefined
        ? `\`\${${name}.join(" ")}\` makes one text of it; \`for (var x in ${name}) { … }\` takes each by itself`
        : `\`\${${name}${index}}\` is an element of it`,
  }),
  DS2503: entry<{ name: string }>({
    severity: "error",
    title: "A pipeline's stage cannot change the script",
    message: ({ name }) => `\`${name}\` inside of a pipeline would change nothing but its own stage`,
    hint: ({ name }) =>
      name === "exit"
        ? "let it stand alone: test `$?`, then `exit 1`"
        : name === "cd"
          ? "let it stand alone, or use a block: `cd DIR { … }`"
          : "let it stand alone ahead of the pipeline, or write `NAME=value command`",
  }),
  DS2504: entry<{ found: string }>({
    severity: "error",
    title: "exit takes a number from 0 to 255",
    message: ({ found }) => `\`exit\` takes a number from 0 to 255, here is ${found}`,
    hint: () => "0 says that all went well, 1 to 255 that it did not",
  }),
  DS2505: entry<{ found: number }>({
    severity: "error",
    title: "cd takes one directory",
    message: ({ found }) => `\`cd\` takes one directory, here are ${found} words`,
    hint: () => 'a name with blanks is one word in quotes: `cd "my dir"`',
  }),
  DS2506: entry<{ name: string }>({
    severity: "error",
    title: "A command is declared twice",
    message: ({ name }) => `\`import command\` declares \`${name}\` twice in this file`,
  }),
  DS2507: entry<Record<never, never>>({
    severity: "error",
    title: "A program that is named by a pattern",
    message: () => "the first word of a command names one program, and this is a pattern",
    hint: () => "write the program's name; quote the word if its characters are meant as they are",
  }),
  DS2508: entry<{ name: string; form: string }>({
    severity: "error",
    title: "A command in the form of a call",
    message: ({ name }) => `\`${name}\` is a command, not a function`,
    hint: ({ form }) => `write \`${form}\``,
  }),
} as const;
