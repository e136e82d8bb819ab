/** The command line: one file a command. */

export { dispatch } from "./dispatch.ts";
