/** Names and statements of other languages that no name here is near to, and what D-Script has for them. */

const names: Readonly<Record<string, string>> = {
  console: "`println(…)` writes a line",
  True: "write `true`",
  False: "write `false`",
  None: "write `null`",
  nil: "write `null`",
  NULL: "write `null`",
  nullptr: "write `null`",
  undefined: "write `null`",
  os: "`System` has files and directories, `env.NAME` the environment",
  fs: "`System` has files and directories",
  sys: "`ARGV` has the arguments, `exit 1` ends the script",
  process: "`ARGV` has the arguments, `env.NAME` the environment, `exit 1` ends the script",
  argc: "write `ARGV.length`",
  this: "it stands for the object within a class",
  self: "within a class the object is `this`",
};

const functions: Readonly<Record<string, string>> = {
  len: "a text, an array and a Map have a length: `x.length`",
  str: 'write the value into a text: `"${x}"`',
  parseInt: "write `int.parse(…)`",
  parseFloat: "write `float.parse(…)`",
  range: "count with `for (int i = 0; i < n; i++) { … }`",
  require: 'write `import "file.dscript" as name`',
};

const statements: Readonly<Record<string, string>> = {
  import: 'a module is imported by its name, `import ops.backup`, and a file as a text, `import "lib.dscript"`',
  "try:": "write `try { … } catch (Fault f) { … }`",
  except: "write `try { … } catch (Fault f) { … }`",
  "except:": "write `try { … } catch (Fault f) { … }`",
  "finally:": "write `finally { … }` behind a `try` or `catch`",
  "else:": "write `if (…) { … } else { … }`",
  raise: 'a fault is thrown as `throw UserFault("why")`',
  throw: 'a fault is thrown as `throw UserFault("why")`',
  pass: "an empty block is `{ }`",
  begin: "a block stands in `{ … }`",
  end: "a block ends with `}`",
  endif: "a block ends with `}`",
};

/** What stands for a name that is not declared; `called` where a `(` follows it. */
export function foreignName(name: string, called: boolean): string | undefined {
  const table = called ? functions : names;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What stands for a statement whose word looks like a program. */
export function foreignStatement(word: string): string | undefined {
  return Object.hasOwn(statements, word) ? statements[word] : undefined;
}
