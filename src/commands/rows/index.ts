/** The shipped table: every family's rows. */

import { type Family, rowsOf } from "../family.ts";
import { type CommandTable, commandTable } from "../table.ts";
import { coreutils } from "./coreutils.ts";

const families: readonly Family[] = [coreutils];

/** What D-Script knows of programs without being told (language: commands). */
export const shippedCommands: CommandTable = commandTable(families.flatMap(rowsOf));
