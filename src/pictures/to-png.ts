/** SVG as PNG, with a font of our own, so that it looks the same on every machine. */

import { existsSync } from "node:fs";

/** Pixels of the picture for one of the SVG: sharp on today's screens. */
const usualZoom = 2;
/** Pixels of a picture: large ones are drawn smaller, so that they need no more memory than there is (4 bytes each). */
const mostPixels = 20e6;

/** The picture cannot be drawn here; the message says why. */
export class PictureTrouble extends Error {}

/**
 * The bytes of a PNG file. The library (4 MB) is loaded at the first call. Letters that our font does not have are taken from the
 * system's fonts. Throws a PictureTrouble.
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await load();
  const { fontFile } = await import("./font.ts");
  const hasFont = existsSync(fontFile);
  try {
    const options = {
      fitTo: { mode: "zoom", value: zoomOf(svg) },
      font: {
        // Looking for them takes time, and what is usual here is in ours.
        loadSystemFonts: !hasFont || hasOthers(svg),
        fontFiles: hasFont ? [fontFile] : [],
        ...(hasFont ? { defaultFontFamily: "Sawarabi Gothic" } : {}),
      },
    } as const;
    return new Resvg(svg, options).render().asPng();
  } catch (thrown) {
    throw new PictureTrouble(
      `the picture cannot be drawn: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
}

function zoomOf(svg: string): number {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const pixels = Number(width ?? 1) * Number(height ?? 1);
  return Math.min(usualZoom, Math.sqrt(mostPixels / pixels));
}

async function load() {
  try {
    return await import("./binding.ts");
  } catch {
    throw new PictureTrouble(`there is no library here that draws PNG for ${process.platform}-${process.arch}`);
  }
}

/** Letters outside of Latin, Greek, Cyrillic, punctuation, kana, kanji and full-width forms. */
function hasOthers(svg: string): boolean {
  return /[^\u0000-\u052f\u2000-\u22ff\u2500-\u26ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(svg);
}
