/** A chain of causes and effects as a drawing takes it. */

export interface ChainChart {
  readonly title: string;
  readonly subtitle: string;
  /** One horizontal lane each: hosts. */
  readonly lanes: readonly string[];
  readonly boxes: readonly ChainBox[];
  readonly arrows: readonly ChainArrow[];
  /** What the two kinds of arrows mean. */
  readonly confirmed: string;
  readonly assumed: string;
  /** Lines below the drawing: a heading, and sentences. */
  readonly notes: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export interface ChainBox {
  readonly kind: "fault" | "error" | "failure";
  /** "FAULT", in the reader's language. */
  readonly word: string;
  /** The place in `lanes`. */
  readonly lane: number;
  /** "14:30:05"; empty for none. */
  readonly time: string;
  readonly title: string;
  readonly note: string;
  /** What it says is not known for sure: its border is broken. */
  readonly isOpen: boolean;
}

export interface ChainArrow {
  /** Places in `boxes`. */
  readonly from: number;
  readonly to: number;
  readonly confirmed: boolean;
  /** A word or two beside the arrow. */
  readonly label: string;
}
