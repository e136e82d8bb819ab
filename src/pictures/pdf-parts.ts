/** Parts of a picture drawn into a PDF. */

import type { PDFDocument } from "pdfkit";
import { boldness, colourOf, type Part, type PartLook, type TextPart, type Theme } from "../charts/index.ts";

export function drawPart(pdf: PDFDocument, part: Part, theme: Theme, missing: Set<string>): void {
  if (part.kind === "text") {
    drawText(pdf, part, theme, missing);
    return;
  }
  pdf.save();
  outline(pdf, part);
  paint(pdf, part, theme);
  pdf.restore();
}

function outline(pdf: PDFDocument, part: Exclude<Part, TextPart>): void {
  switch (part.kind) {
    case "rect": {
      const { x, y, width, height, radius = 0 } = part;
      if (radius > 0) pdf.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      else pdf.rect(x, y, width, height);
      return;
    }
    case "ellipse":
      pdf.ellipse(part.x, part.y, part.rx, part.ry);
      return;
    case "path":
      if (part.at !== undefined) pdf.translate(part.at.x, part.at.y).scale(part.at.scale);
      pdf.path(part.d);
      return;
  }
}

function paint(pdf: PDFDocument, { fill, line, thick = 1, dash, round }: PartLook, theme: Theme): void {
  if (line !== undefined) {
    pdf.strokeColor(colourOf(line, theme)).lineWidth(thick);
    pdf.lineCap(round === true ? "round" : "butt").lineJoin(round === true ? "round" : "miter");
    if (dash !== undefined) pdf.dash(dash);
  }
  if (fill !== undefined) pdf.fillColor(colourOf(fill, theme));
  if (fill !== undefined && line !== undefined) pdf.fillAndStroke();
  else if (fill !== undefined) pdf.fill();
  else if (line !== undefined) pdf.stroke();
}

/** A line of text; letters that the font does not have are told. */
export function drawText(
  pdf: PDFDocument,
  { text, x, y, size, ink, anchor, bold }: TextPart,
  theme: Theme,
  missing: Set<string>,
): void {
  for (const letter of text) if (!pdf._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) missing.add(letter);
  const colour = colourOf(ink, theme);
  pdf.fontSize(size).fillColor(colour);
  if (bold === true) pdf.strokeColor(colour).lineWidth(size * boldness);
  const width = anchor === "start" ? 0 : pdf.widthOfString(text);
  pdf.text(text, anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width, y, {
    lineBreak: false,
    baseline: "alphabetic",
    fill: true,
    stroke: bold === true,
  });
}
