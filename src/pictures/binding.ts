/** The library that draws SVG; the build puts it beside the bundle (vite.config.ts). */

export { Resvg } from "@resvg/resvg-js";
