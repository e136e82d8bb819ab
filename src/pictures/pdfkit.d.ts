/** As much of pdfkit's interface as is used here; it comes without types. */

declare module "pdfkit" {
  import type { Readable } from "node:stream";

  export interface OutlineItem {
    addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
  }

  export interface Options {
    readonly autoFirstPage: boolean;
    readonly font: string;
    readonly size: readonly [width: number, height: number];
    readonly margin: number;
    readonly bufferPages?: boolean;
    readonly compress?: boolean;
    readonly lang?: string;
    readonly displayTitle?: boolean;
    readonly pdfVersion?: string;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export class PDFDocument extends Readable {
    constructor(options: Options);
    readonly outline: OutlineItem;
    readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
    addPage(): this;
    addNamedDestination(name: string, ...fit: readonly (string | number)[]): void;
    goTo(x: number, y: number, width: number, height: number, destination: string): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    ellipse(x: number, y: number, rx: number, ry: number): this;
    path(d: string): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    lineCap(cap: "butt" | "round"): this;
    lineJoin(join: "miter" | "round"): this;
    dash(length: number, options?: { space?: number }): this;
    dash(lengths: readonly number[]): this;
    undash(): this;
    fill(): this;
    stroke(): this;
    fillAndStroke(): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: { lineBreak: false; baseline: "alphabetic"; fill: boolean; stroke: boolean },
    ): this;
    end(): void;
  }
}
