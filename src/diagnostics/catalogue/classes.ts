/** DS24xx: what the checker says of classes, casts and annotations. A table, so that its length is its size. */

import { entry } from "./entry.ts";

export const classCatalogue = {
  DS2401: entry<{ name: string }>({
    severity: "error",
    title: "A class inside of a block",
    message: ({ name }) => `the class \`${name}\` must stand at the top level of the file`,
    hint: () => "move it there: all of the file sees it, wherever it stands",
  }),
  DS2402: entry<{ name: string; owner: string; line: number; what: "constructor" | "overload" | "member" }>({
    severity: "error",
    title: "A member is declared twice",
    message: ({ name, owner, line, what }) =>
      what === "constructor"
        ? `the class \`${owner}\` has a constructor already, in line ${line}`
        : `\`${name}\` is a member of the class \`${owner}\` already, in line ${line}`,
    hint: ({ what }) =>
      what === "member"
        ? "choose another name"
        : "one name stands for one function: give parameters defaults, `TYPE name = …`, or choose another name",
  }),
  DS2403: entry<{ name: string; nearest?: string | undefined; why?: string | undefined }>({
    severity: "error",
    title: "What cannot be extended",
    message: ({ name, why }) =>
      why === undefined ? `there is no class \`${name}\` to extend` : `\`${name}\` cannot be extended`,
    hint: ({ nearest, why }) => why ?? (nearest === undefined ? undefined : `did you mean \`${nearest}\`?`),
  }),
  DS2404: entry<{ circle: string }>({
    severity: "error",
    title: "A class that extends itself",
    message: ({ circle }) => `this goes round in a circle: ${circle}`,
    hint: () => "let one of them extend nothing",
  }),
  DS2405: entry<{ problem: string; hint: string }>({
    severity: "error",
    title: "A method that does not fit the one that it overrides",
    message: ({ problem }) => problem,
    hint: ({ hint }) => hint,
  }),
  DS2406: entry<{ fields: string; owner: string; inConstructor: boolean }>({
    severity: "error",
    title: "A field without a value",
    message: ({ fields, owner, inConstructor }) =>
      inConstructor
        ? `some way through the constructor of \`${owner}\` ends without a value for ${fields}`
        : `nothing gives ${fields} a value: \`${owner}\` has no constructor`,
    hint: ({ owner, inConstructor }) =>
      inConstructor
        ? "assign it on every way, give it a value where it is declared, or make its type `T?`, which begins with null"
        : `give it a value, make its type \`T?\`, or write a constructor: \`${owner}(…) { … }\``,
  }),
  DS2407: entry<{ name: string }>({
    severity: "error",
    title: "A field is read ahead of its value",
    message: ({ name }) => `\`this.${name}\` may have no value yet: some way to this place assigns none`,
    hint: ({ name }) => `assign \`this.${name} = …\` ahead of this`,
  }),
  DS2408: entry<{ fields: string; called?: string | undefined }>({
    severity: "error",
    title: "An object is used ahead of its fields' values",
    message: ({ fields, called }) =>
      called === undefined
        ? `\`this\` is handed on while ${fields} may have no value yet`
        : `\`${called}\` is called while ${fields} may have no value yet`,
    hint: () => "assign all fields first",
  }),
  DS2409: entry<{ problem: string; hint: string }>({
    severity: "error",
    title: "super where it cannot stand, or where it is missing",
    message: ({ problem }) => problem,
    hint: ({ hint }) => hint,
  }),
  DS2410: entry<{ name: string; owner: string; kind: "field" | "method"; behind: string }>({
    severity: "error",
    title: "A member without this",
    message: ({ name, owner, kind }) => `\`${name}\` is a ${kind} of the class \`${owner}\`, and stands here by itself`,
    hint: ({ name, behind }) => `write \`this.${name}${behind}\``,
  }),
  DS2411: entry<{ name: string; owner: string; hasValue: boolean }>({
    severity: "error",
    title: "A constant field is assigned",
    message: ({ name, hasValue }) =>
      hasValue
        ? `\`${name}\` is constant, and has its value`
        : `\`${name}\` is constant, and assigned in the constructor only`,
    hint: ({ owner, name }) => `remove \`const\` from the field \`${name}\` of \`${owner}\`, or make another object`,
  }),
  DS2412: entry<{ owner: string; base: string; line: number; field: string }>({
    severity: "error",
    title: "A base's constructor that comes ahead of a field",
    message: ({ owner, base, line, field }) =>
      `the constructor of \`${base}\` uses the whole object in line ${line}, and \`this.${field}\` of \`${owner}\` has no value by then`,
    hint: ({ field }) =>
      `let whoever makes the object call that method, or give \`${field}\` a plain value where it is declared, or the type \`T?\``,
  }),
  DS2413: entry<{ name: string }>({
    severity: "error",
    title: "A class is no value",
    message: ({ name }) => `\`${name}\` is a class, not a value`,
    hint: ({ name }) => `make an object of it: \`${name}(…)\``,
  }),
  DS2414: entry<{ word: string }>({
    severity: "error",
    title: "this or super outside of a class",
    message: ({ word }) => `\`${word}\` stands outside of a class`,
    hint: () => "it stands for the object within the class's constructor and methods",
  }),
  DS2415: entry<{ found: string; expected: string; hint?: string | undefined }>({
    severity: "error",
    title: "A cast that cannot be",
    message: ({ found, expected }) => `a value of type ${found} cannot be cast to ${expected}`,
    hint: ({ hint }) => hint,
  }),
  DS2416: entry<{ problem: string; hint?: string | undefined }>({
    severity: "error",
    title: "An instanceof that is never true",
    message: ({ problem }) => problem,
    hint: ({ hint }) => hint,
  }),
  DS2417: entry<{ name: string; nearest?: string | undefined; known: string }>({
    severity: "error",
    title: "An unknown annotation",
    message: ({ name }) => `there is no annotation \`@${name}\``,
    hint: ({ nearest, known }) =>
      nearest === undefined ? `the annotations are ${known}` : `did you mean \`@${nearest}\`?`,
  }),
  DS2418: entry<{ name: string; problem: string; hint: string }>({
    severity: "error",
    title: "An annotation where it has no meaning",
    message: ({ name, problem }) => `\`@${name}\` ${problem}`,
    hint: ({ hint }) => hint,
  }),
  DS2419: entry<{ name: string; where: string; why: string }>({
    severity: "error",
    title: "A restricted name",
    message: ({ name, where, why }) => `\`${name}\` is restricted in ${where}${why === "" ? "" : `: "${why}"`}`,
    hint: () =>
      "whoever accepts that writes `@Restricted` in a line ahead of this function, class or statement of the top level",
  }),
} as const;
