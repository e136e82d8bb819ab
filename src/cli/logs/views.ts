/** The views of `dscript logs`: each takes the records that fit, and shows what it made of them. */

import { linesSvg, roomFor, stackedSvg, type Theme } from "../../charts/index.ts";
import {
  createCounter,
  createFailing,
  createLast,
  createPlot,
  createSlowest,
  createSummary,
  createTimeCounter,
  type Field,
  fieldOf,
  type RecordScan,
} from "../../logs/index.ts";
import { language, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { type ColorChoice, styleFor } from "../terminal.ts";
import { countBars, failingBars } from "./bar-data.ts";
import type { Fields } from "./class-word.ts";
import { countText, type TextStyle } from "./count-text.ts";
import { failingText } from "./failing-text.ts";
import { openOutput } from "./output.ts";
import { chartStretches, overChart, overJson, overText } from "./over-text.ts";
import { plotChart, plotJson, plotLines } from "./plot-text.ts";
import { createRecordLines } from "./record-line.ts";
import { slowestText } from "./slowest-text.ts";
import { summaryJson, summaryText } from "./summary-text.ts";
import type { View } from "./view-options.ts";

export interface OpenView {
  /** Takes the record that was scanned last; false where nobody reads any more. */
  readonly take: () => boolean;
  /** Writes what waits; false where nobody reads any more. */
  readonly flush: () => boolean;
  /** Shows the rest; false where nobody reads any more. */
  readonly finish: () => boolean;
  /** Draws it, where it can be drawn and there is something to draw. */
  readonly draw?: (theme: Theme) => string;
}

/** Columns where the output is no terminal. */
const usualWidth = 100;
/** Stretches of time that `--json` writes. */
const mostStretches = 4096;

/** Opens a view over a scan. */
export function openView(view: View, scan: RecordScan, options: ParsedOptions): OpenView {
  const json = options.has("json");
  const output = openOutput();
  const style = styleFor(options.value("color") as ColorChoice | undefined, 1);
  const say = (text: string): string => language().text(text);
  const text: TextStyle = { json, say, style };
  const width = Math.max(40, style.columns ?? usualWidth);
  const collected = (take: () => void, shown: () => string, draw?: OpenView["draw"]): OpenView => ({
    take: () => {
      take();
      return true;
    },
    flush: () => true,
    finish: () => {
      output.put(shown());
      return output.flush();
    },
    ...(draw === undefined ? {} : { draw }),
  });
  // `viewOf` has looked at the names.
  const field = (name: string): Field => fieldOf(name, scan) as Field;
  switch (view.kind) {
    case "lines":
    case "follow": {
      const lineOf = createRecordLines({ style, say });
      const shown = (line: string): string => (json ? `${line}\n` : readable(line, lineOf));
      const live = { take: () => output.put(shown(scan.line())), flush: output.flush, finish: output.flush };
      if (view.last === undefined) return live;
      const last = createLast(scan, view.last);
      const end = collected(last.take, () => last.lines().map(shown).join(""));
      if (view.kind === "lines") return end;
      let isLive = false;
      return {
        take: () => (isLive ? live.take() : end.take()),
        // What was there ahead of following has come to its end.
        flush: () => {
          if (isLive) return live.flush();
          isLive = true;
          return end.finish();
        },
        finish: live.finish,
      };
    }
    case "count": {
      const [first = "", second] = view.fields;
      const counter = createCounter(field(first), second === undefined ? undefined : field(second));
      return collected(
        counter.take,
        () => countText(counter.counts(), view, text),
        countBars(() => counter.counts(), view, say),
      );
    }
    case "over": {
      const counter = createTimeCounter(scan, view.field === undefined ? undefined : field(view.field), view.width);
      const room = view.field === undefined ? roomFor(width, [""]) : Math.max(20, width - 32);
      // The chart may be finer than the terminal: it is made first.
      return collected(
        counter.take,
        () => {
          const over = counter.overTime(json ? mostStretches : room);
          return json ? overJson(over, view.field) : overText(over, view.field, width, text);
        },
        (theme) => stackedSvg(overChart(counter.overTime(chartStretches), view.field, say), theme),
      );
    }
    case "slowest": {
      const slowest = createSlowest(scan, view.most);
      return collected(slowest.take, () => slowestText(slowest.slowest(), text));
    }
    case "failing": {
      const failing = createFailing(scan);
      const found = () => failing.failing(view.most);
      return collected(failing.take, () => failingText(found(), text), failingBars(found, say));
    }
    case "plot": {
      const plot = createPlot(scan, view.keys);
      return collected(
        plot.take,
        () => {
          const made = plot.plot();
          tellMissing(made.missing, made.leftOut);
          return json ? plotJson(made) : plotLines(made, view.keys, width, text);
        },
        (theme) => linesSvg(plotChart(plot.plot(), view.keys, say), theme),
      );
    }
    case "summary": {
      const summary = createSummary(scan);
      return collected(summary.take, () => {
        const made = summary.summary(json ? 1 : roomFor(width, [""]));
        return json ? summaryJson(made) : summaryText(made, width, text);
      });
    }
  }
}

function tellMissing(missing: readonly string[], leftOut: number): void {
  if (missing.length > 0) tell(`dscript: no record has a number in ${missing.map(safe).join(", ")}\n`);
  if (leftOut > 0) tell(`dscript: lines left out, because there are more than 8: ${leftOut}; --host chooses\n`);
}

function readable(line: string, lineOf: (fields: Fields) => string): string {
  try {
    // The scan has seen that it is an object.
    return lineOf(JSON.parse(line) as Fields);
  } catch {
    return "";
  }
}
