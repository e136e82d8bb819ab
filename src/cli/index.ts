/** The command line: one file a command. */

export type { CliCommand } from "./command.ts";
export { allCommands, dispatch } from "./dispatch.ts";
export type { OptionRow } from "./options.ts";
