/** DS1xxx: what the scanner and the parser say. */

import { entry } from "./entry.ts";

type Nothing = Record<never, never>;

export const syntaxCatalogue = {
  DS1001: entry<{ found: string; expected: string; fix?: string | undefined }>({
    severity: "error",
    title: "Something else was expected here",
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
    hint: ({ fix }) => fix,
  }),
  DS1002: entry<{ quote: string; isLong: boolean; isApostrophe: boolean }>({
    severity: "error",
    title: "A string is not closed",
    message: ({ quote, isLong }) =>
      isLong
        ? `this string goes over the end of its line, and then the quotes do not fit: a \`${quote}\` is missing here`
        : `the string that begins here is not closed: there is no further \`${quote}\``,
    hint: ({ quote, isApostrophe }) =>
      isApostrophe
        ? "a `'` in bare text begins a string: put \"…\" around the word, or write `\\'`"
        : `close it with \`${quote}\``,
  }),
  DS1003: entry<Nothing>({
    severity: "error",
    title: "A comment is not closed",
    message: () => "the comment that begins here is not closed",
    hint: () => "close it with `*/`; comments nest, so each `/*` needs one",
  }),
  DS1004: entry<{ word: string }>({
    severity: "error",
    title: "A here-document is not closed",
    message: ({ word }) => `the here-document that begins here is not closed: no line is \`${word}\``,
    hint: ({ word }) =>
      `end it with a line that holds \`${word}\` and nothing else; \`<<-${word}\` allows blanks ahead of it`,
  }),
  DS1005: entry<{ open: string; close: string; isBlock: boolean }>({
    severity: "error",
    title: "A bracket is not closed",
    message: ({ open, close }) => `the \`${open}\` that begins here is not closed by a \`${close}\``,
    hint: ({ open, close, isBlock }) =>
      isBlock
        ? "close it with `}` on a line of its own: in a command, `}` joined to a word is a part of the word"
        : open === "${"
          ? "close it with `}` right behind the value, as in `${name}`"
          : `close it with \`${close}\``,
  }),
  DS1006: entry<{ found: string }>({
    severity: "error",
    title: "A closing bracket without its opening one",
    message: ({ found }) => `found \`${found}\`, but nothing is open that it could close`,
    hint: ({ found }) => `remove it, or quote it if it is meant as text: \`'${found}'\``,
  }),
  DS1007: entry<{ found: string; inText: boolean }>({
    severity: "error",
    title: "An unknown escape",
    message: ({ found }) => `\`${found}\` is no escape`,
    hint: ({ found, inText }) =>
      inText
        ? `write \`\\${found}\` for a backslash, or \`<<'WORD'\` for a text in which nothing is special`
        : `write '…' for a text in which nothing is special, or \`\\${found}\` for a backslash`,
  }),
  DS1008: entry<{ found: string; expected: string }>({
    severity: "error",
    title: "A character's number is not valid",
    message: ({ found, expected }) => `\`${found}\` names no character, expected ${expected}`,
  }),
  DS1009: entry<{ code: string }>({
    severity: "error",
    title: "A bidirectional control character",
    message: ({ code }) => `U+${code} changes the direction of the text: what you see is not what runs`,
    hint: ({ code }) => `remove it, or write \`\\u{${code.toLowerCase()}}\` in a string`,
  }),
  DS1010: entry<{ code: string }>({
    severity: "error",
    title: "A control character",
    message: ({ code }) => `the control character U+${code} stands in the text`,
    hint: ({ code }) =>
      code === "000D"
        ? "end lines with a newline, alone or behind a carriage return"
        : `remove it, or write \`\\u{${code.toLowerCase()}}\` in a string`,
  }),
  DS1011: entry<{ code: string }>({
    severity: "error",
    title: "A character that looks like a blank",
    message: ({ code }) => `U+${code} looks like a blank (or like nothing) and is none`,
    hint: () => "write an ordinary blank, or put it between quotes",
  }),
  DS1014: entry<{ limit: number; isType?: boolean }>({
    severity: "error",
    title: "Nested too deeply",
    message: ({ limit }) => `this is nested more than ${limit} levels deep`,
    hint: ({ isType }) =>
      isType === true
        ? "keep the inner lists apart: in a Map, or in variables of their own"
        : "move the inner part to a function",
  }),
  DS1015: entry<{ limit: number }>({
    severity: "error",
    title: "An expression is too long",
    message: ({ limit }) => `this expression has more than ${limit} operators in a row`,
    hint: () => "use a loop, or an array with `join`",
  }),
  DS1016: entry<{ found: string; why: string }>({
    severity: "error",
    title: "A malformed number",
    message: ({ found, why }) => `\`${found}\` is no number: ${why}`,
  }),
  DS1017: entry<{ found: string; limit: string }>({
    severity: "error",
    title: "A number is too large",
    message: ({ found, limit }) => `\`${found}\` is too large: the limit is ${limit}`,
  }),
  DS1018: entry<{ found: string; unit: string; nearest?: string | undefined }>({
    severity: "error",
    title: "An unknown unit",
    message: ({ found, unit }) => `\`${found}\`: there is no unit \`${unit}\``,
    hint: ({ nearest }) =>
      nearest === undefined
        ? "durations are written with `ms s m h d`, sizes with `B KB MB GB TB KiB MiB GiB TiB`"
        : `did you mean \`${nearest}\`?`,
  }),
  DS1019: entry<Nothing>({
    severity: "error",
    title: "A regular expression is not closed",
    message: () =>
      "found `/` where a value was expected; if a regular expression begins here, it is not closed in this line",
    hint: () => "close it with `/`; a `/` in the pattern is written `\\/`",
  }),
  DS1020: entry<{ why: string }>({
    severity: "error",
    title: "A regular expression is not valid",
    message: ({ why }) => `this is no regular expression: ${why}`,
  }),
  DS1021: entry<{ found: string }>({
    severity: "error",
    title: "A backslash that would be lost",
    message: ({ found }) => `\`${found}\` in a bare word would lose its backslash`,
    hint: ({ found }) =>
      `write '${found}' to keep it, or "…" for an escape such as \\n; in a bare word a backslash takes a special character's meaning away`,
  }),
  DS1022: entry<{ count: number }>({
    severity: "error",
    title: "The file is no text",
    message: ({ count }) => `this is no script: it holds ${count} control characters`,
    hint: () => "name a file of UTF-8 text",
  }),
  DS1101: entry<{
    name: string;
    line: number;
    what: "variable" | "function" | "class" | "import";
    operator: string | undefined;
    value: string;
    kept: boolean;
  }>({
    severity: "error",
    title: "A command starts with a name of this file",
    message: ({ name, line, what }) =>
      what === "import"
        ? `\`${name}\` is the file that line ${line} imports, not a command`
        : `\`${name}\` is a ${what} of line ${line}, not a command`,
    hint: ({ name, what, operator, value, kept }) => {
      if (operator === "++" || operator === "--") return `write \`${name}${operator}\`, without a blank`;
      if (operator !== undefined && /^(?:[-+*/%]|\?\?)?=$/.test(operator))
        return `an assignment has blanks around its \`${operator}\`: \`${name} ${operator} ${value}\``;
      if (operator !== undefined)
        return `a comparison stands in a condition: \`if (${name} ${operator} ${value}) { … }\``;
      if (kept) return `no program is called \`${name}\`: give the ${what} another name`;
      if (what === "class") return `\`${name}(…)\` makes an object; \`command ${name}\` runs the program`;
      return what === "function"
        ? `\`${name}()\` calls the function; \`command ${name}\` runs the program`
        : `\`command ${name}\` runs the program`;
    },
  }),
  DS1102: entry<{ name: string; operator: string; fix: string }>({
    severity: "error",
    title: "An assignment as the shells write it",
    message: ({ name, operator }) =>
      operator === "=="
        ? `\`${name}==…\` alone neither assigns nor compares`
        : `\`${name}${operator}…${operator.endsWith("(") ? ")" : ""}\` alone assigns nothing`,
    hint: ({ fix }) => fix,
  }),
  DS1103: entry<{ found: string }>({
    severity: "error",
    title: "Brace expansion",
    message: ({ found }) => `\`${found}\` is not expanded: there is no brace expansion`,
    hint: () => "write the words out, or give a `String[]` as a word; quote the braces if they are text",
  }),
  DS1104: entry<{ found: string; instead: string; sum: boolean }>({
    severity: "error",
    title: "An expansion of the shells",
    message: ({ found }) => `\`${found}\` is an expansion of the shells`,
    hint: ({ instead, sum }) =>
      `write \`${instead}\`${sum ? "; if arithmetic is meant, put blanks around the operator" : ""}`,
  }),
  DS1105: entry<{ name: string; form: string }>({
    severity: "error",
    title: "A builtin of the shells",
    message: ({ name }) => `\`${name}\` is a builtin of the shells, not a program`,
    hint: ({ form }) => form,
  }),
  DS1106: entry<{ word: string; rewrite: string }>({
    severity: "error",
    title: "A duration without a unit, or GNU's timeout",
    message: ({ word }) => `\`${word}\` is a prefix here and takes one duration with its unit`,
    hint: ({ word, rewrite }) => `write \`${rewrite}\`; \`command ${word}\` runs the program`,
  }),
  DS1107: entry<{ found: string; instead: string | undefined; dollar: string | undefined }>({
    severity: "error",
    title: "A special parameter of the shells",
    message: ({ found }) => `\`${found}\` is a parameter of the shells`,
    hint: ({ instead, dollar }) =>
      [
        instead === undefined
          ? "the script's words are `ARGV[0]`, `ARGV[1]`, …, their number `ARGV.length`, the script itself `SCRIPT`"
          : `write \`${instead}\``,
        ...(dollar === undefined ? [] : [`a \`$\` that is text is written ${dollar}`]),
      ].join("; "),
  }),
  DS1108: entry<{ inner: string; text?: string | undefined }>({
    severity: "error",
    title: "Backticks",
    message: () => "there are no backticks",
    hint: ({ inner, text }) =>
      text === undefined
        ? `write \`$(${inner})\`, or quote it with '…' if it is text`
        : `write \`${text}\` for a text, \`$(${inner})\` for a command's output`,
  }),
  DS1109: entry<{ found: string; fix: string }>({
    severity: "error",
    title: "Arithmetic as the shells write it",
    message: ({ found }) => `\`${found}\` is the shells' arithmetic`,
    hint: ({ fix }) => fix,
  }),
  DS1110: entry<Nothing>({
    severity: "error",
    title: "`|&`",
    message: () => "there is no `|&`",
    hint: () => "write `2>&1 |`",
  }),
  DS1111: entry<{ operator: string }>({
    severity: "error",
    title: "Process substitution",
    message: ({ operator }) => `there is no \`${operator}…)\``,
    hint: () => "use a pipe, or write to a temporary file",
  }),
  DS1112: entry<{ operator: string; instead: string }>({
    severity: "error",
    title: "A redirection that does not exist here",
    message: ({ operator }) => `there is no \`${operator}\``,
    hint: ({ instead }) => instead,
  }),
  DS1113: entry<{ number: string }>({
    severity: "error",
    title: "A descriptor's number is too large",
    message: ({ number }) =>
      `\`${number}\` directly ahead of a redirection is taken for a descriptor, and those are 0 to 9`,
    hint: () => "put a blank behind the number if it is a word",
  }),
  DS1115: entry<Nothing>({
    severity: "error",
    title: "`&` within a word",
    message: () => "`&` within a word: is it text, or the end of a background job?",
    hint: () => "quote the word if the `&` is text; put blanks around it if a job is meant",
  }),
  DS1116: entry<{ form?: string | undefined; call?: string | undefined; text: string }>({
    severity: "error",
    title: "A parenthesis within a command",
    message: () => "`(` has no meaning among the words of a command",
    hint: ({ form, call, text }) =>
      form !== undefined
        ? `the statement is written \`${form}\``
        : call === undefined
          ? `quote it if it is text: \`'${text}'\``
          : `write \`\${${call}}\` for the value of a call, \`'${text}'\` if it is text`,
  }),
  DS1117: entry<{ form: string | undefined }>({
    severity: "error",
    title: "A block behind a command",
    message: () => "a `{` standing alone begins a block, and this command takes none",
    hint: ({ form }) => (form === undefined ? "quote it if it is text: `'{'`" : `the statement is written \`${form}\``),
  }),
  DS1118: entry<Nothing>({
    severity: "error",
    title: "A redirection without a command",
    message: () => "there is no command",
    hint: () => "write `true > FILE` to make an empty file",
  }),
  DS1119: entry<{ why: string; fix: string }>({
    severity: "error",
    title: "An environment variable where it has no effect",
    message: ({ why }) => why,
    hint: ({ fix }) => fix,
  }),
  DS1121: entry<{ operator: string }>({
    severity: "error",
    title: "A descriptor was expected",
    message: ({ operator }) => `behind \`${operator}\` stands a descriptor's number or \`-\``,
    hint: () => "write `&> FILE` to send output and errors to a file, `2>&1` to send errors where the output goes",
  }),
  DS1122: entry<{ word: string; form: string }>({
    severity: "error",
    title: "A statement of the shells",
    message: ({ word }) => `\`${word}\` is written otherwise here`,
    hint: ({ form }) => `write \`${form}\``,
  }),
  DS1123: entry<Nothing>({
    severity: "error",
    title: "A background job as a condition",
    message: () => "a job in the background gives no answer",
    hint: () => "remove the `&`",
  }),
  DS1124: entry<{ found: string; inner: string }>({
    severity: "error",
    title: "A `$` in code",
    message: ({ found }) => `\`${found}\` is for words and strings`,
    hint: ({ inner }) => `in code write \`${inner}\``,
  }),
  DS1125: entry<{ found: string }>({
    severity: "error",
    title: "A quote of the shells",
    message: ({ found }) => `there is no \`${found}…\``,
    hint: () => 'write "…", which knows `\\n`, `\\t` and the like',
  }),
  DS1126: entry<Nothing>({
    severity: "error",
    title: "Nothing between the parentheses",
    message: () => "there is no command between the parentheses",
    hint: () => "write `$(cmd)` or `( cmd; cmd )`",
  }),
  DS1127: entry<{ word: string; form: string; fix?: string | undefined }>({
    severity: "error",
    title: "A command where a value belongs",
    message: ({ word }) => `\`${word}\` begins a command, and this is an expression`,
    hint: ({ form, fix }) => fix ?? `a command within an expression stands in \`$( )\`: \`${form}\``,
  }),
  DS1128: entry<{ operator: string; form: string }>({
    severity: "error",
    title: "Code where a command belongs",
    message: ({ operator }) => `an expression stands among commands, behind \`${operator}\``,
    hint: ({ form }) => `write \`${form}\``,
  }),
  DS1129: entry<{ operator: string; form: string }>({
    severity: "error",
    title: "An operator of commands behind code",
    message: ({ operator }) => `\`${operator}\` belongs to commands, and code stands ahead of it`,
    hint: ({ form }) => (form.startsWith("( ") ? `a group makes a command of code: \`${form}\`` : `write \`${form}\``),
  }),
  DS1201: entry<{ name: string; instead: string | undefined }>({
    severity: "error",
    title: "An unknown type",
    message: ({ name }) => `there is no type \`${name}\``,
    hint: ({ instead }) =>
      instead === undefined
        ? "the types are boolean, int, float, String, T[], Map<T>, T?, Duration, Size, Result, Job, File, Fault"
        : `write \`${instead}\``,
  }),
  DS1202: entry<{ name: string; word: string }>({
    severity: "error",
    title: "A declaration without a value",
    message: ({ name, word }) => `\`${word} ${name}\` has no value to take its type from`,
    hint: ({ name, word }) => `write \`${word} ${name} = VALUE\``,
  }),
  DS1203: entry<{ name: string; why: string }>({
    severity: "error",
    title: "Not a name",
    message: ({ name, why }) => `\`${name}\` cannot be a name: ${why}`,
  }),
  DS1205: entry<{ operator: string }>({
    severity: "error",
    title: "Nothing to assign to",
    message: ({ operator }) => `\`${operator}\` needs a variable, a member or an index that it can change`,
  }),
  DS1206: entry<Nothing>({
    severity: "error",
    title: "A try without catch or finally",
    message: () => "this `try` has neither `catch` nor `finally`",
    hint: () => "add `catch (Fault f) { … }` or `finally { … }`",
  }),
  DS1207: entry<{ why: string }>({
    severity: "error",
    title: "A switch in disorder",
    message: ({ why }) => why,
  }),
  DS1208: entry<{ name: string }>({
    severity: "error",
    title: "A pragma behind the first statement",
    message: ({ name }) => `\`${name}\` stands ahead of the first statement, or nowhere`,
    hint: () => "move it to the top of the file",
  }),
  DS1209: entry<{ found: string }>({
    severity: "error",
    title: "An unknown version of the language",
    message: ({ found }) => `there is no version ${found} of the language here`,
    hint: () => "write `language 1`",
  }),
  DS1210: entry<{ why: string; fix?: string }>({
    severity: "error",
    title: "An import that names no file",
    message: ({ why }) => why,
    hint: ({ fix }) => `write ${fix === undefined ? '`import "lib/tools.dscript"`' : `\`${fix}\``}`,
  }),
  DS1211: entry<{ found: string }>({
    severity: "error",
    title: "An unknown word behind an imported command",
    message: ({ found }) => `\`${found}\` says nothing about a command`,
    hint: () =>
      "`as NAME`, `optional`, `plain`, `reads`, `changes` and `answers 0..1` do; commands are parted by commas",
  }),
  DS1213: entry<{ clause: string }>({
    severity: "error",
    title: "A clause stands twice",
    message: ({ clause }) => `\`${clause}\` stands twice`,
  }),
  DS1214: entry<{ name: string; values?: string | undefined }>({
    severity: "error",
    title: "A loop variable without a type",
    message: ({ name }) => `\`${name}\` has no type`,
    hint: ({ name, values = "…" }) =>
      `write \`for (var ${name} in ${values})\` or \`for (String ${name} in ${values})\``,
  }),
  DS1215: entry<Nothing>({
    severity: "error",
    title: "Nothing to interpolate",
    message: () => "`${}` holds no expression",
    hint: () => "write `${name}`, or quote it with '…' if it is text",
  }),
  DS1218: entry<{ found: string }>({
    severity: "error",
    title: "An assignment to a value",
    message: ({ found }) => `\`${found} = …\` would run the value of \`${found}\` as a program`,
    hint: ({ found }) => `write \`${found.replace(/^\$\{?|\}$/g, "")} = …\``,
  }),
  DS1219: entry<Nothing>({
    severity: "error",
    title: "A parameter's text that computes something",
    message: () => "the text of a parameter holds a value that is known only in a run",
    hint: () => "write plain words: `--help` shows them without running anything",
  }),
  DS1220: entry<{ name: string }>({
    severity: "error",
    title: "An annotation of nothing",
    message: ({ name }) => `nothing follows that \`@${name}\` could belong to`,
    hint: () => "an annotation stands in a line of its own, ahead of a statement or of a class's member",
  }),
  DS1221: entry<{ name: string }>({
    severity: "error",
    title: "An annotation's text that computes something",
    message: ({ name }) => `the text of \`@${name}\` holds a value that is known only in a run`,
    hint: () => "write plain words: an annotation is read without running anything",
  }),
  DS1222: entry<{ found: string; why: string }>({
    severity: "error",
    title: "A class as other languages write it",
    message: ({ found }) => `\`${found}\` has no meaning in a class here`,
    hint: ({ why }) => why,
  }),
  DS1223: entry<{ found: string; owner: string }>({
    severity: "error",
    title: "What is no member of a class",
    message: ({ found }) => `\`${found}\` begins no member of a class`,
    hint: ({ owner }) =>
      `a class holds fields \`TYPE name\`, a constructor \`${owner}(…) { … }\`, and methods \`TYPE name(…) { … }\``,
  }),
  DS1224: entry<Record<never, never>>({
    severity: "error",
    title: "Something else than a strategy in argue",
    message: () => "`argue` holds strategies, and nothing else",
    hint: () => "put it into one: `strategy pre { … }`, `strategy concurrent { … }` or `strategy post { … }`",
  }),
  DS1225: entry<Record<never, never>>({
    severity: "error",
    title: "A context value without a key",
    message: () => "`@{ }` names no value of the D-Case",
    hint: () => "write its key: `@{PEAK}`",
  }),
} as const;
