/** The library that writes PDF. */

export { PDFDocument } from "pdfkit";
