/** The views of `dscript logs`: each takes the records that fit, and shows what it made of them. */

import {
  createCounter,
  createFailing,
  createLast,
  createSlowest,
  createTimeCounter,
  type Field,
  fieldOf,
  type RecordScan,
} from "../../logs/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, styleFor } from "../terminal.ts";
import type { Fields } from "./class-word.ts";
import { countText } from "./count-text.ts";
import { failingText } from "./failing-text.ts";
import { openOutput } from "./output.ts";
import { createRecordLines } from "./record-line.ts";
import { slowestText } from "./slowest-text.ts";
import type { View } from "./view-options.ts";

export interface OpenView {
  /** Takes the record that was scanned last; false where nobody reads any more. */
  readonly take: () => boolean;
  /** Shows the rest; false where nobody reads any more. */
  readonly finish: () => boolean;
}

/** Opens a view over a scan. */
export function openView(view: View, scan: RecordScan, options: ParsedOptions): OpenView {
  const json = options.has("json");
  const output = openOutput();
  const style = styleFor(options.value("color") as ColorChoice | undefined, 1);
  const say = (text: string): string => language().text(text);
  const collected = (take: () => void, text: () => string): OpenView => ({
    take: () => {
      take();
      return true;
    },
    finish: () => {
      output.put(text());
      return output.flush();
    },
  });
  // `viewOf` has looked at the names.
  const field = (name: string): Field => fieldOf(name, scan) as Field;
  switch (view.kind) {
    case "lines":
    case "follow": {
      const lineOf = createRecordLines({ style, say });
      const shown = (line: string): string => (json ? `${line}\n` : readable(line, lineOf));
      if (view.last === undefined) return { take: () => output.put(shown(scan.line())), finish: output.flush };
      const last = createLast(scan, view.last);
      return collected(last.take, () => last.lines().map(shown).join(""));
    }
    case "count": {
      const [first = "", second] = view.fields;
      const counter = createCounter(field(first), second === undefined ? undefined : field(second));
      return collected(counter.take, () => countText(counter.counts(), view, { json, say, style }));
    }
    case "over": {
      const counter = createTimeCounter(scan, view.field === undefined ? undefined : field(view.field), view.width);
      return collected(counter.take, () => JSON.stringify(counter.overTime(100)));
    }
    case "slowest": {
      const slowest = createSlowest(scan, view.most);
      return collected(slowest.take, () => slowestText(slowest.slowest(), { json, say, style }));
    }
    case "failing": {
      const failing = createFailing(scan);
      return collected(failing.take, () => failingText(failing.failing(view.most), { json, say, style }));
    }
    case "plot":
    case "summary":
      return collected(
        () => {},
        () => "",
      );
  }
}

function readable(line: string, lineOf: (fields: Fields) => string): string {
  try {
    // The scan has seen that it is an object.
    return lineOf(JSON.parse(line) as Fields);
  } catch {
    return "";
  }
}
