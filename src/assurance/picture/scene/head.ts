/** What stands above a case, drawn: its name, and what it is about. */

import { exactWidth, fittedText, type Ink, type Part } from "../../../charts/index.ts";

/** A group that is as large as it says, and can be put anywhere. */
export interface Group {
  readonly width: number;
  readonly height: number;
  readonly partsAt: (x: number, y: number) => readonly Part[];
}

const most = 760;

export function headOf(title: string, brief: string | undefined): Group {
  const lines = [
    ...(title === "" ? [] : [{ text: fittedText(title, 18, most, exactWidth), size: 18, ink: "ink" as Ink, step: 20 }]),
    ...(title === "" || brief === undefined || brief === ""
      ? []
      : [{ text: fittedText(brief, 13, most, exactWidth), size: 13, ink: "muted" as Ink, step: 22 }]),
  ];
  if (lines.length === 0) return { width: 0, height: 0, partsAt: () => [] };
  return {
    width: Math.max(...lines.map(({ text, size }) => exactWidth(text, size))),
    height: lines.reduce((sum, { step }) => sum + step, 0) + 22,
    partsAt: (x, y) => {
      let at = y;
      return lines.map(({ text, size, ink, step }) => {
        at += step;
        return { kind: "text", x, y: at - 4, size, text, ink, anchor: "start", width: exactWidth(text, size) };
      });
    },
  };
}
