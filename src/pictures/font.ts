/** Where the font lies that comes with D-Script; the build puts it beside the bundle (vite.config.ts). */

import { createRequire } from "node:module";

/** Sawarabi Gothic: Latin, Greek, Cyrillic, kana, and the kanji of JIS X 0208. */
export const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf",
);
