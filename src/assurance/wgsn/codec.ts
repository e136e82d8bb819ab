/** AssureNote's text format, with its revisions. */

import type { CaseCodec } from "../model/reading.ts";
import { readWgsn } from "./read.ts";
import { writeWgsn } from "./write.ts";

export const wgsnCodec: CaseCodec = { name: "wgsn", endings: [".wgsn"], read: readWgsn, write: writeWgsn };
