/** The two formats of D-Case tools: D-Case Editor's own file, and the file that the tools exchange. */

import type { CaseCodec, CaseReading } from "../model/reading.ts";
import { asRead } from "../xml/as-read.ts";
import { nameOfFile } from "../xml/file-name.ts";
import { parseXml } from "../xml/parse.ts";
import { printXml, type XmlOut } from "../xml/print.ts";
import { spanOfTag, type XmlElement } from "../xml/tree.ts";
import { readExchange, writeExchange } from "./exchange-file.ts";
import type { FlatCase } from "./flat.ts";
import { readModel, writeModel } from "./model-file.ts";
import { placesOf } from "./places.ts";
import { readFlat } from "./reading.ts";
import { flatOf } from "./writing.ts";

/**
 * D-Case Editor's `dcase_model` in both of its generations (namespaces of 2010 and of 2013); written in that of 2013. Its
 * `dcase_diagram` holds places and sizes only, and is not read.
 */
export const dcaseEditorCodec: CaseCodec = codec("dcase-editor", [".dcase_model"], "Argument", readModel, writeModel);

/** The `.dcase` file that D-Case Editor and other tools of the DEOS project exchange. */
export const dcaseXmlCodec: CaseCodec = codec(
  "dcase-xml",
  [".dcase.xml", ".dcase"],
  "dcase",
  readExchange,
  writeExchange,
);

function codec(
  name: string,
  endings: readonly string[],
  root: string,
  toFlat: (root: XmlElement) => FlatCase,
  toXml: (flat: FlatCase) => XmlOut,
): CaseCodec {
  return {
    name,
    endings,
    read: (text, file) => {
      const parsed = parseXml(text);
      if (!parsed.ok) return parsed;
      if (parsed.root.local !== root) return wrongRoot(parsed.root, root);
      const flat = toFlat(parsed.root);
      const reading = readFlat(flat, nameOfFile(file, endings));
      return {
        ok: true,
        file: { case: reading.case, revisions: [] },
        places: placesOf(flat, reading),
        warnings: [...parsed.warnings, ...reading.warnings],
      };
    },
    write: (file) => {
      const { flat, lost } = flatOf(file, (each) => toFlat(asRead(toXml(each))));
      return { text: printXml(toXml(flat)), lost };
    },
  };
}

function wrongRoot(element: XmlElement, root: string): CaseReading {
  return {
    ok: false,
    errors: [
      {
        code: "FIL-01",
        message: `the root element is \`${element.name}\`, where this format has \`${root}\``,
        span: spanOfTag(element),
        help: "export the argument itself, not its picture, or read the file as what it is",
      },
    ],
  };
}
