/** DS20xx to DS24xx: what the checker says of names, types, calls and control flow. A table, so that its length is its size. */

import { entry } from "./entry.ts";

const near = (nearest: string | undefined): string | undefined =>
  nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;

export const typeCatalogue = {
  /* ---- names ---- */
  DS2001: entry<{ name: string; nearest?: string | undefined; fix?: string | undefined }>({
    severity: "error",
    title: "A name is not declared",
    message: ({ name }) => `\`${name}\` is not declared`,
    hint: ({ nearest, fix }) => near(nearest) ?? fix,
  }),
  DS2002: entry<{ name: string; isClass?: boolean }>({
    severity: "error",
    title: "A name is declared twice",
    message: ({ name }) => `\`${name}\` is declared already in this block`,
    hint: ({ name, isClass }) =>
      isClass === true ? "choose another name" : `assign to it with \`${name} = …\`, or choose another name`,
  }),
  DS2003: entry<{ name: string; line: number; imported?: boolean }>({
    severity: "error",
    title: "A name is used ahead of its declaration",
    message: ({ name, line, imported }) =>
      imported === true
        ? `\`${name}\` is used ahead of its import in line ${line}: the file has not run by then`
        : `\`${name}\` is used ahead of its declaration in line ${line}`,
    hint: ({ imported }) => (imported === true ? "move the `import` up" : "move the declaration up"),
  }),
  DS2004: entry<{ name: string }>({
    severity: "error",
    title: "A variable has no value yet",
    message: ({ name }) => `\`${name}\` may have no value yet: some way to this place assigns none`,
    hint: ({ name }) => `give \`${name}\` a value where it is declared`,
  }),
  DS2005: entry<{ name: string; variable: string; line: number; imported?: boolean }>({
    severity: "error",
    title: "A function is called ahead of a variable that it uses",
    message: ({ name, variable, line, imported }) =>
      `${name} uses \`${variable}\`, which ${imported === true ? "is imported" : "gets its value"} only in line ${line}`,
    hint: ({ variable, imported }) =>
      imported === true
        ? "move the `import` up, or the call below it"
        : `move the call below the declaration of \`${variable}\`, or the declaration up`,
  }),
  DS2006: entry<{ name: string }>({
    severity: "error",
    title: "A built-in name cannot be declared",
    message: ({ name }) => `\`${name}\` is built in and cannot be declared`,
    hint: () => "choose another name",
  }),
  DS2007: entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    title: "A type is not known",
    message: ({ name }) => `there is no type \`${name}\``,
    hint: ({ nearest }) => near(nearest),
  }),
  DS2008: entry<{ name: string }>({
    severity: "error",
    title: "A constant cannot be changed",
    message: ({ name }) => `\`${name}\` is a constant and cannot be changed`,
    hint: ({ name }) => `declare it with \`var ${name} = …\`, or use another variable`,
  }),
  DS2009: entry<{ name: string; file: string }>({
    severity: "error",
    title: "A name is private to its file",
    message: ({ name, file }) =>
      `\`${name}\` is private to ${file}: names that start with "_" are not seen from outside`,
  }),
  DS2010: entry<{ name: string; file: string; nearest?: string | undefined }>({
    severity: "error",
    title: "An imported file has no such name",
    message: ({ name, file }) => `${file} declares no \`${name}\``,
    hint: ({ nearest }) => near(nearest),
  }),
  DS2011: entry<{ name: string; example: string }>({
    severity: "error",
    title: "A namespace is not a value",
    message: ({ name }) => `\`${name}\` is a namespace, not a value`,
    hint: ({ example }) => `name what you want of it, as in \`${example}\``,
  }),
  DS2012: entry<{ name: string; example: string }>({
    severity: "error",
    title: "A library function is not a value",
    message: ({ name }) => `\`${name}\` is a function of the library and must be called`,
    hint: ({ example }) => `call it, or wrap it: \`${example}\``,
  }),
  DS2013: entry<{ name: string }>({
    severity: "error",
    title: "An environment variable needs env",
    message: ({ name }) => `\`${name}\` is not declared; an environment variable is read with \`env.${name}\``,
    hint: ({ name }) => `write \`\${env.${name}}\` in a command or a text, \`env.${name}\` in code`,
  }),
  DS2014: entry<{ name: string }>({
    severity: "error",
    title: "Another file's variable cannot be changed",
    message: ({ name }) => `\`${name}\` belongs to another file and can only be read here`,
    hint: () => "let that file change it in a function, and call the function",
  }),
  DS2015: entry<{ name: string }>({
    severity: "error",
    title: "The environment is changed by export",
    message: ({ name }) => `\`env.${name}\` cannot be assigned`,
    hint: ({ name }) => `write \`export ${name}=…\``,
  }),
  DS2016: entry<{ name: string; user: string }>({
    severity: "error",
    title: "A variable that functions use needs a value",
    message: ({ name, user }) =>
      `\`${name}\` is used by the function \`${user}\`, so it needs a value where it is declared`,
    hint: ({ name }) => `write \`${name} = …\` in its declaration`,
  }),
  DS2017: entry<{ name: string; problem: string; fix?: string | undefined }>({
    severity: "error",
    title: "A definition from the command line does not fit",
    message: ({ name, problem }) => `--define ${name}: ${problem}`,
    hint: ({ fix }) =>
      fix ?? "--define NAME=VALUE replaces a top-level `const NAME` of the script by a value of its type",
  }),
  DS2019: entry<{ name: string; place: string }>({
    severity: "error",
    title: "A parameter within something else",
    message: ({ name, place }) => `the parameter \`${name}\` stands in ${place}`,
    hint: () => "parameters belong to the top level of the script that is run",
  }),
  DS2020: entry<{ type: string }>({
    severity: "error",
    title: "A parameter of a type that no word can write",
    message: ({ type }) => `a parameter cannot be of type \`${type}\``,
    hint: () =>
      "use boolean, int, float, String, Duration or Size; `[]` behind it for an option that repeats, `?` for one that may be absent",
  }),
  DS2021: entry<{ name: string; problem: string }>({
    severity: "error",
    title: "Bounds that do not fit their parameter",
    message: ({ name, problem }) => `the bounds of \`${name}\`: ${problem}`,
    hint: () => 'write `in 1..10`, `in 1s..`, or `in "a", "b"`',
  }),
  DS2022: entry<{ option: string; line: number }>({
    severity: "error",
    title: "An option that is taken already",
    message: ({ option, line }) =>
      line === 0
        ? `every script has \`--${option}\` already`
        : `\`--${option}\` is the parameter of line ${line} already`,
    hint: () => "choose another name",
  }),
  DS2018: entry<{ name: string }>({
    severity: "error",
    title: "What stands here cannot be assigned",
    message: ({ name }) => `${name} cannot be assigned`,
    hint: () => "assign to a variable, an element `xs[i]`, or an entry `m[key]`",
  }),

  /* ---- types ---- */
  DS2101: entry<{ found: string; expected: string; hint?: string | undefined }>({
    severity: "error",
    title: "A value has another type",
    message: ({ found, expected }) => `this is of type ${found}, expected ${expected}`,
    hint: ({ hint }) => hint,
  }),
  DS2102: entry<{ type: string; what: string; hint: string }>({
    severity: "error",
    title: "A value may be null",
    message: ({ type, what }) => `${what} may be null (its type is ${type})`,
    hint: ({ hint }) => hint,
  }),
  DS2103: entry<{ name: string }>({
    severity: "error",
    title: "null alone gives no type",
    message: ({ name }) => `the type of \`${name}\` cannot be seen from \`null\``,
    hint: ({ name }) => `write the type: \`String? ${name} = null\``,
  }),
  DS2104: entry<{ what: string }>({
    severity: "error",
    title: "There is no value",
    message: ({ what }) => `${what} gives no value`,
    hint: () => "let it stand alone as a statement",
  }),
  DS2105: entry<{ found: string; hint?: string | undefined }>({
    severity: "error",
    title: "A condition must be boolean",
    message: ({ found }) => `a condition must be boolean, this is of type ${found}`,
    hint: ({ hint }) => hint,
  }),
  DS2106: entry<{ operator: string; left: string; right?: string | undefined; expected: string }>({
    severity: "error",
    title: "An operator does not take these types",
    message: ({ operator, left, right }) =>
      right === undefined
        ? `\`${operator}\` does not take ${left}`
        : `\`${operator}\` does not take ${left} and ${right}`,
    hint: ({ operator, expected }) => `\`${operator}\` takes ${expected}`,
  }),
  DS2107: entry<{ type: string; fix: string }>({
    severity: "error",
    title: "+ joins a String only with a String",
    message: ({ type }) => `\`+\` joins a String only with a String, not with ${type}`,
    hint: ({ fix }) => `write it into the text: ${fix}`,
  }),
  DS2108: entry<{ left: string; right: string; hint?: string | undefined }>({
    severity: "error",
    title: "These types cannot be compared",
    message: ({ left, right }) => `${left} and ${right} cannot be compared`,
    hint: ({ hint }) => hint,
  }),
  DS2109: entry<{ type: string; hint: string }>({
    severity: "error",
    title: "A value of this type cannot be printed",
    message: ({ type }) => `a value of type ${type} cannot be written into a text`,
    hint: ({ hint }) => hint,
  }),
  DS2110: entry<{ what: string; example: string }>({
    severity: "error",
    title: "The type cannot be seen",
    message: ({ what }) => `the type of ${what} cannot be seen from here`,
    hint: ({ example }) => `write it, as in \`${example}\``,
  }),
  DS2111: entry<{ operator: string }>({
    severity: "error",
    title: "A division by zero",
    message: ({ operator }) => `the right side of \`${operator}\` is always zero`,
  }),
  DS2112: entry<{ value: string }>({
    severity: "error",
    title: "A number outside of int",
    message: ({ value }) => `this gives ${value}, outside of the range of int (±9007199254740991)`,
    hint: () => "use float where exactness is not needed: `1.0 * …`",
  }),
  DS2113: entry<{ type: string }>({
    severity: "error",
    title: "A type that has no elements",
    message: ({ type }) => `a value of type ${type} has no elements`,
    hint: () => 'an array takes `xs[0]`, a Map `m["key"]`, a String `s[0]`',
  }),
  DS2114: entry<{ type: string }>({
    severity: "error",
    title: "A loop needs an array, a Map or lines",
    message: ({ type }) => `a loop cannot go through a value of type ${type}`,
    hint: () => "go through an array, the keys of a Map, or the lines of `$(command)` or a File",
  }),
  DS2115: entry<{ type: string; command: string }>({
    severity: "error",
    title: "The output of a command is no number",
    message: ({ type }) => `a command's output is text, expected ${type}`,
    hint: ({ type, command }) =>
      type === "int"
        ? `\`${command}.status\` is its exit status; \`int.parse(${command})\` reads the number that it writes`
        : `\`float.parse(${command})\` reads the number that it writes`,
  }),
  DS2116: entry<{ command: string }>({
    severity: "error",
    title: "A Job needs a command in the background",
    message: () => "a Job is a command in the background, this one is waited for",
    hint: ({ command }) => `end it with &: \`${command}\``,
  }),
  DS2117: entry<{ type: string; expected: string }>({
    severity: "error",
    title: "A type is written wrongly",
    message: ({ type, expected }) => `\`${type}\` is no type that a value can have: ${expected}`,
  }),

  /* ---- calls and members ---- */
  DS2201: entry<{ name: string; found: number; expected: string; signature: string; missing?: string | undefined }>({
    severity: "error",
    title: "A call has the wrong number of arguments",
    message: ({ name, found, expected, missing }) =>
      `\`${name}\` takes ${expected}, here ${found === 1 ? "is 1" : `are ${found}`}${missing === undefined ? "" : ` (\`${missing}\` is missing)`}`,
    hint: ({ signature }) => `it is declared as \`${signature}\``,
  }),
  DS2202: entry<{ parameter: string; found: string; expected: string; signature: string; hint?: string | undefined }>({
    severity: "error",
    title: "An argument has another type",
    message: ({ parameter, found, expected }) => `\`${parameter}\` is of type ${expected}, this is ${found}`,
    hint: ({ signature, hint }) => `${hint === undefined ? "" : `${hint}; `}it is declared as \`${signature}\``,
  }),
  DS2203: entry<{ type: string; name: string; nearest?: string | undefined; fix?: string | undefined }>({
    severity: "error",
    title: "A type has no such member",
    message: ({ type, name }) => `${type} has no \`${name}\``,
    hint: ({ nearest, fix }) => fix ?? near(nearest),
  }),
  DS2204: entry<{ type: string }>({
    severity: "error",
    title: "Only a function can be called",
    message: ({ type }) => `a value of type ${type} cannot be called`,
  }),
  DS2205: entry<{ name: string; property: boolean }>({
    severity: "error",
    title: "A property is not called, a method is",
    message: ({ name, property }) =>
      property ? `\`${name}\` is a property and is not called` : `\`${name}\` is a method and must be called`,
    hint: ({ name, property }) => (property ? `write \`.${name}\`` : `write \`.${name}(…)\``),
  }),
  DS2206: entry<{ found: number; expected: number }>({
    severity: "error",
    title: "A function has the wrong number of parameters",
    message: ({ found, expected }) =>
      `a function of ${expected} parameter${expected === 1 ? "" : "s"} is expected, this one has ${found}`,
  }),
  DS2207: entry<{ name: string; earlier: string }>({
    severity: "error",
    title: "A parameter without a default after one with a default",
    message: ({ name, earlier }) => `\`${name}\` needs a default, because \`${earlier}\` ahead of it has one`,
  }),
  DS2208: entry<{ name: string }>({
    severity: "error",
    title: "A fault needs a class or a kind",
    message: ({ name }) => `\`${name}\` alone does not say who can remove the fault`,
    hint: () => 'use UserFault, SystemFault, SoftwareFault or ExternalFault: `throw UserFault("why")`',
  }),

  /* ---- control flow ---- */
  DS2209: entry<{ name: string; type: string; needs: "order" | "print" }>({
    severity: "error",
    title: "Elements that have no order, or do not print",
    message: ({ name, type, needs }) =>
      needs === "order"
        ? `\`${name}\` without a closure needs numbers or texts, and this is a ${type}`
        : `\`${name}\` needs elements that print, and this is a ${type}`,
    hint: ({ needs }) =>
      needs === "order"
        ? "say the order with a closure: `xs.sort((a, b) => …)`, below, at or above 0"
        : 'make texts of them first: `xs.map((x) => …).join(", ")`',
  }),
  DS2301: entry<{ name: string; type: string }>({
    severity: "error",
    title: "A function ends without a value",
    message: ({ name, type }) => `some way through ${name} ends without a \`return\` of a value of type ${type}`,
    hint: () => "end each way with `return …` or `throw …`",
  }),
  DS2302: entry<{ problem: string; hint: string }>({
    severity: "error",
    title: "A return does not fit its function",
    message: ({ problem }) => problem,
    hint: ({ hint }) => hint,
  }),
  DS2303: entry<{ keyword: string }>({
    severity: "error",
    title: "break or continue outside of a loop",
    message: ({ keyword }) => `\`${keyword}\` stands outside of a loop`,
  }),
  DS2304: entry<Record<never, never>>({
    severity: "error",
    title: "return outside of a function",
    message: () => "`return` stands outside of a function",
    hint: () => "`exit 0` ends the script, `exit 1` ends it as failed",
  }),
  DS2305: entry<Record<never, never>>({
    severity: "error",
    title: "A case runs into the next one",
    message: () => "this case runs into the next one",
    hint: () => "end it with `break`; to share statements write `case 1, 2:` or empty cases above each other",
  }),
  DS2306: entry<{ value: string }>({
    severity: "error",
    title: "A case stands twice",
    message: ({ value }) => `${value} stands in this switch already`,
  }),
  DS2307: entry<{ type: string }>({
    severity: "error",
    title: "Only a fault can be thrown",
    message: ({ type }) => `only a fault can be thrown, this is of type ${type}`,
    hint: () => 'write `throw UserFault("why")`, or SystemFault, SoftwareFault, ExternalFault',
  }),
  DS2308: entry<{ name: string; nearest?: string | undefined }>({
    severity: "error",
    title: "A fault is not known",
    message: ({ name }) => `there is no fault \`${name}\``,
    hint: ({ nearest }) => near(nearest) ?? "`Fault` stands for every fault",
  }),
  DS2309: entry<{ keyword: string; place: string }>({
    severity: "error",
    title: "A jump out of a part that must end by itself",
    message: ({ keyword, place }) => `\`${keyword}\` cannot leave ${place}`,
    hint: () => "keep a result in a variable, and jump behind it",
  }),
  DS2310: entry<{ name: string }>({
    severity: "error",
    title: "A function inside of another block",
    message: ({ name }) => `the function \`${name}\` must stand at the top level of the file`,
    hint: () => "move it there, or use a closure: `var f = (int x) => x + 1`",
  }),
  DS2311: entry<{ what: string }>({
    severity: "error",
    title: "An import inside of a block",
    message: ({ what }) => `\`${what}\` must stand at the top level of the file`,
  }),
  DS2320: entry<Record<never, never>>({
    severity: "error",
    title: "A test inside of a block",
    message: () => "a test must stand at the top level of the file",
    hint: () => "move it there; several steps of one test are statements in its block",
  }),
  DS2321: entry<Record<never, never>>({
    severity: "error",
    title: "A test without a plain name",
    message: () => "the name of a test is a text that is not empty and not computed",
    hint: () => 'write `test "what it shows" { … }`; to run the program of this name write `command test …`',
  }),
  DS2322: entry<{ name: string }>({
    severity: "error",
    title: "Two tests of one name",
    message: ({ name }) => `there is a test ${JSON.stringify(name)} in this file already`,
    hint: () => "give each test a name of its own, by which it can be chosen",
  }),
  DS2323: entry<{ name: string }>({
    severity: "error",
    title: "Test outside of tests",
    message: ({ name }) => `\`Test.${name}\` can be used in tests only`,
    hint: () => 'call it in a `test "…" { … }` block, or in a function of a file that is called NAME_test.dscript',
  }),
} as const;
