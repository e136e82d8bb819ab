/** SVG drawn into pixels. */

export { type Pdf, pdfRoom, toPdf } from "./to-pdf.ts";
export { PictureTrouble, toPng } from "./to-png.ts";
