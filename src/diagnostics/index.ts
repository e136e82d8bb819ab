/** What can be said about a span of a script, and how it is drawn. */

export { catalogue, type DiagnosticCode, isDiagnosticCode, type Params } from "./catalogue/index.ts";
export {
  type Diagnostic,
  DiagnosticList,
  diagnose,
  type Related,
  type Severity,
  shortenQuotes,
} from "./diagnostic.ts";
export { escapeText } from "./escape.ts";
export { english, type Language } from "./language.ts";
export { type Mistake, showMistakes, wholeFile } from "./mistake.ts";
export { nearest } from "./nearest.ts";
export { type FrameStyle, plainStyle, renderDiagnostic, renderFrame } from "./render.ts";
export {
  type FaultView,
  type FaultViewArgument,
  type FaultViewFrame,
  renderFault,
} from "./render-fault.ts";
