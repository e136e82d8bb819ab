/** SACM, OMG's Structured Assurance Case Metamodel, as XMI. */

import type { CaseCodec } from "../model/reading.ts";
import { asRead } from "../xml/as-read.ts";
import { nameOfFile } from "../xml/file-name.ts";
import { parseXml } from "../xml/parse.ts";
import { printXml } from "../xml/print.ts";
import { spanOfTag } from "../xml/tree.ts";
import { readFile } from "./file-reading.ts";
import { writeFile } from "./file-writing.ts";
import type { SacmFile } from "./items.ts";
import { placesOf } from "./places.ts";
import { readSacm } from "./reading.ts";
import { sacmOf } from "./writing.ts";

const endings = [".sacm.xml", ".sacm", ".assurancecase", ".xmi"];

/**
 * Reads SACM 1.0 to 2.3, also with the types of GSN's metamodel, in the dialects of several tools; writes SACM 2.3 as its
 * reference implementation does.
 */
export const sacmCodec: CaseCodec = {
  name: "sacm",
  endings,
  read: (text, name) => {
    const parsed = parseXml(text);
    if (!parsed.ok) return parsed;
    const found = readFile(parsed.root);
    if (found === undefined)
      return {
        ok: false,
        errors: [
          {
            code: "FIL-01",
            message: "the file holds no package of an argument of SACM",
            span: spanOfTag(parsed.root),
            help: "export the assurance case itself, or read the file as what it is",
          },
        ],
      };
    const reading = readSacm(found.file, nameOfFile(name, endings));
    return {
      ok: true,
      file: { case: reading.case, revisions: [] },
      places: placesOf(found.file, reading),
      warnings: [...parsed.warnings, ...found.warnings, ...reading.warnings],
    };
  },
  write: (given) => {
    const { file, lost } = sacmOf(given, seen);
    return { text: printXml(writeFile(file)), lost };
  },
};

function seen(file: SacmFile): SacmFile {
  return readFile(asRead(writeFile(file)))?.file ?? file;
}
