/** Source files as text: spans, line maps, display widths, and bytes that need not be UTF-8. */

export { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from "./bytes.ts";
export { type Edit, editsOf, unifiedDifference } from "./difference.ts";
export { type Encoding, encodingsOf, wideEncoding } from "./encodings.ts";
export { createSource, lineText, type Place, placeOf, type SourceFile, type Span } from "./source.ts";
export { displayWidth } from "./width.ts";
