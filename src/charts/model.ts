/** What a chart shows, as data; labels come in the reader's language. */

import type { Category } from "./look.ts";

/** Counts in stretches of time, stacked by category. */
export interface StackedChart {
  readonly title: string;
  readonly subtitle: string;
  /** Milliseconds of a stretch. */
  readonly grain: number;
  readonly stretches: readonly { readonly from: number; readonly counts: readonly number[] }[];
  /** In the order of the counts. */
  readonly categories: readonly Category[];
}

/** Measured values over time, a panel a quantity, and marks for what happened meanwhile. */
export interface LineChart {
  readonly title: string;
  readonly subtitle: string;
  readonly panels: readonly Panel[];
  /** Milliseconds since the epoch. */
  readonly marks: readonly Mark[];
  readonly categories: readonly Category[];
  /** What the marks are: "failures". */
  readonly marksTitle: string;
}

export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Line {
  /** Empty where the panel has one line only. */
  readonly label: string;
  readonly points: readonly Point[];
}

export interface Point {
  readonly time: number;
  readonly value: number;
  /** The least and the largest value that the point stands for. */
  readonly low: number;
  readonly high: number;
}

export interface Mark {
  readonly time: number;
  /** The place in `categories`. */
  readonly category: number;
  readonly count: number;
}

/** One bar a row. */
export interface BarChart {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly label: string;
  readonly value: number;
  /** What stands behind the bar: "1,234 (12.3 %)". */
  readonly note: string;
  /** Parts of the bar by category, where it has some; their sum is the value. */
  readonly parts?: readonly { readonly category: Category; readonly value: number }[];
}
