/** A picture that holds its case: written to be looked at, and read again. */

import { jsonCodec } from "../json/codec.ts";
import type { CaseCodec } from "../model/reading.ts";
import { interpolated } from "../scope/interpolation.ts";
import { sourceInSvg } from "./source.ts";
import { caseSvg } from "./svg.ts";

export const svgCodec: CaseCodec = {
  name: "svg",
  endings: [".svg"],
  read(text, name) {
    const source = sourceInSvg(text);
    if (source !== undefined) {
      const reading = jsonCodec.read(source, name);
      // Its places are those of what is within.
      return reading.ok ? { ...reading, places: { of: () => undefined } } : reading;
    }
    const help = "dscript case render FILE -o picture.svg writes one that does";
    return { ok: false, errors: [{ code: "FIL-11", message: "this picture holds no case", help }] };
  },
  write(file) {
    const source = jsonCodec.write(file).text;
    const textOf = (node: { readonly uid: string; readonly text: string }): string =>
      interpolated(file.case, node.uid, node.text);
    return { text: caseSvg(file.case, { theme: "auto", source, textOf }), lost: [] };
  },
};
