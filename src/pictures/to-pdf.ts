/** Pages of simple parts as PDF, with a subset of our font in it, bookmarks, and links between its pages. */

import { once } from "node:events";
import type { PDFDocument } from "pdfkit";
import type { Page, Theme } from "../charts/index.ts";
import { drawPart, drawText } from "./pdf-parts.ts";
import { PictureTrouble } from "./to-png.ts";

export interface Pdf {
  readonly bytes: Uint8Array;
  /** Letters that our font does not have: in their place stands a box. */
  readonly missing: readonly string[];
}

/** A4, landscape, in points (ISO 216: 297 by 210 mm). */
const page = { width: 841.89, height: 595.28 };
const margin = 34;
const headHeight = 26;
const footHeight = 18;
/** Points for a pixel of a legend. */
const legendScale = 0.75;
const legendGap = 12;
/** What a page has for its drawing. */
export const pdfRoom = {
  width: page.width - 2 * margin,
  height: page.height - 2 * margin - headHeight - footHeight,
};

/** The library (1 MB) is loaded at the first call. `time` is when the file was made. Throws a PictureTrouble. */
export async function toPdf(title: string, pages: readonly Page[], theme: Theme, time: Date): Promise<Pdf> {
  try {
    const { PDFDocument: Document } = await import("./pdf-binding.ts");
    const { fontFile } = await import("./font.ts");
    const pdf = new Document({
      autoFirstPage: false,
      font: fontFile,
      size: [page.width, page.height],
      margin: 0,
      displayTitle: true,
      info: { Title: title, Creator: "D-Script", Producer: "D-Script", CreationDate: time },
    });
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    const ended = once(pdf, "end");
    const missing = new Set<string>();
    const bookmarks: (typeof pdf.outline)[] = [];
    for (const [at, one] of pages.entries()) {
      pdf.addPage();
      pdf.addNamedDestination(`page-${at + 1}`, "Fit");
      bookmarks.push((bookmarks[(one.above ?? 0) - 1] ?? pdf.outline).addItem(one.title, { expanded: at === 0 }));
      drawPage(pdf, one, theme, missing);
    }
    pdf.end();
    await ended;
    return { bytes: Buffer.concat(chunks), missing: [...missing] };
  } catch (thrown) {
    throw new PictureTrouble(`the PDF cannot be made: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function drawPage(pdf: PDFDocument, one: Page, theme: Theme, missing: Set<string>): void {
  const text = (words: string, x: number, y: number, size: number, anchor: "start" | "end"): void =>
    drawText(pdf, { kind: "text", text: words, x, y, size, ink: "muted", anchor, width: 0 }, theme, missing);
  pdf.rect(0, 0, page.width, page.height).fillColor(theme.ground).fill();
  text(one.title, margin, margin + 10, 10, "start");
  const right = page.width - margin;
  if (one.note !== undefined) {
    text(one.note.text, right, margin + 10, 10, "end");
    pdf.goTo(right - 150, margin - 4, 150, 20, `page-${one.note.page}`);
  }
  text(one.foot, right, page.height - margin, 9, "end");
  const low = legend(pdf, one.legend, theme, missing);
  const scale = Math.min(1, pdfRoom.width / one.width, (pdfRoom.height - low) / one.height);
  const left = margin + (pdfRoom.width - one.width * scale) / 2;
  const top = margin + headHeight;
  pdf.save().translate(left, top).scale(scale);
  for (const group of one.groups) {
    pdf.save().translate(group.left, group.top);
    for (const part of group.parts) drawPart(pdf, part, theme, missing);
    pdf.restore();
  }
  pdf.restore();
  for (const { left: x, top: y, width, height, page: number } of one.links)
    pdf.goTo(left + x * scale, top + y * scale, width * scale, height * scale, `page-${number}`);
}

/** Draws it at the foot of the page; returns what it takes. */
function legend(pdf: PDFDocument, shown: Page["legend"], theme: Theme, missing: Set<string>): number {
  if (shown === undefined) return 0;
  const scale = Math.min(legendScale, pdfRoom.width / shown.width);
  const height = shown.height * scale;
  pdf
    .save()
    .translate(margin, margin + headHeight + pdfRoom.height - height)
    .scale(scale);
  for (const part of shown.parts) drawPart(pdf, part, theme, missing);
  pdf.restore();
  return height + legendGap;
}
