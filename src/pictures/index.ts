/** SVG drawn into pixels. */

export { PictureTrouble, toPng } from "./to-png.ts";
