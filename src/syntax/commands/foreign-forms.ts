/** Statements of other languages with a parenthesis, as D-Script writes them. */

const headed: Readonly<Record<string, string>> = {
  unless: "if (!…) { … }",
  until: "while (!…) { … }",
  foreach: "for (String each in …) { … }",
  elif: "else if (…) { … }",
  elsif: "else if (…) { … }",
  elseif: "else if (…) { … }",
};

const functions: ReadonlySet<string> = new Set(["def", "fn", "func", "sub", "proc", "fun"]);

/** The form for `word rest (`, such as `unless (` and `def main(`. */
export function foreignForm(word: string, rest: string): string | undefined {
  if (functions.has(word) && /^\w+$/.test(rest)) return `void ${rest}(…) { … }`;
  return rest === "" && Object.hasOwn(headed, word) ? headed[word] : undefined;
}
