/** What the lines ahead of an XML file's root say: its encoding, and a DOCTYPE. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";

export interface Said {
  readonly trouble: Trouble;
  readonly isError: boolean;
}

/** ASCII's characters are the same in UTF-8; Eclipse names it. */
const asUtf8 = /^(?:utf-?8|us-ascii|ascii)$/i;

export function declaredEncoding(encoding: string | undefined, text: string): Said | undefined {
  if (encoding === undefined || asUtf8.test(encoding)) return undefined;
  const start = text.indexOf(encoding);
  const span: Span = { start, end: start + encoding.length };
  if (text.includes("\ufffd"))
    return {
      isError: true,
      trouble: {
        code: "FIL-07",
        message: `the file says that it is in \`${encoding}\`, and it was read as UTF-8, which spoiled some of its characters`,
        span,
        help: "convert the file to UTF-8, and write `UTF-8` in its first line",
      },
    };
  return {
    isError: false,
    trouble: {
      code: "FIL-08",
      message: `the file says that it is in \`${encoding}\`; it was read as UTF-8`,
      span,
      help: "write `UTF-8` in its first line",
    },
  };
}

/** Entities can stand for billions of characters; none but XML's own five are read. Nothing is ever loaded from elsewhere. */
export function doctypeTrouble(body: string, text: string): Said {
  const start = Math.max(text.indexOf("<!DOCTYPE"), 0);
  const span: Span = { start, end: start + "<!DOCTYPE".length };
  if (/<!ENTITY|%/.test(body))
    return {
      isError: true,
      trouble: {
        code: "FIL-06",
        message: "the DOCTYPE defines entities, which are not read",
        span,
        help: "write what they stand for in their places, and remove the DOCTYPE",
      },
    };
  return {
    isError: false,
    trouble: {
      code: "FIL-08",
      message: "the DOCTYPE is not read",
      span,
      help: "remove it: no tool for cases needs it",
    },
  };
}
