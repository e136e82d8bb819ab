/** What to do next about a text that is not YAML, by the code that the `yaml` library gives its error. */

import type { ErrorCode } from "yaml";

const quote = "put a text that holds `: `, or begins with a sign such as @ % ` * & ! [ {, into quotes: 'TEXT'";
const indent = "lines of one list or mapping begin at the same column, and what is within it further right";

const hints: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: "indent with spaces",
  BLOCK_AS_IMPLICIT_KEY: quote,
  BAD_SCALAR_START: quote,
  BAD_ALIAS: quote,
  ALIAS_PROPS: quote,
  TAG_RESOLVE_FAILED: quote,
  BAD_DQ_ESCAPE: "write a backslash twice within double quotes, or take single ones",
  BAD_INDENT: "close the bracket or brace that was opened above",
  MISSING_CHAR: "close the quote, the bracket or the brace, or put `: ` behind the key",
  MULTILINE_IMPLICIT_KEY: indent,
  UNEXPECTED_TOKEN: indent,
  DUPLICATE_KEY: "leave one of the two out",
  BAD_DIRECTIVE: "leave the line that begins with % out",
};

/** A sentence; undefined where the error itself says it all. */
export function yamlHint(code: ErrorCode): string | undefined {
  return hints[code];
}
