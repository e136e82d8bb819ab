/** What is known of each program: whether it changes something, what its statuses say, which options take values. */

export { answersOf, hasSubcommands, isAnswer, isReadOnly, readerGone, takesValue } from "./ask.ts";
export { unseenEffect } from "./files-only.ts";
export { readLine } from "./line.ts";
export type { Answers, CommandRow, Effect, StatusMeaning, Wraps } from "./row.ts";
export { shippedCommands } from "./rows/index.ts";
export { writesLinesOnly } from "./rows/terminal.ts";
export { type CommandTable, commandTable, innerCommand, meaningOf, type UserRow, withRows } from "./table.ts";
