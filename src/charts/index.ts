/** Charts as SVG and as text of a terminal, from data; light and dark. Nothing is said by colour alone. */

export { numberTicks, shortNumber } from "./axes/numbers.ts";
export { timeTicks, widthText } from "./axes/times.ts";
export { barsSvg } from "./bars.ts";
export type { ChainArrow, ChainBox, ChainChart } from "./chain/model.ts";
export { chainSvg } from "./chain/svg.ts";
export { type IconName, icons } from "./drawing/icons.ts";
export type { Page, PageLink } from "./drawing/page.ts";
export {
  boldness,
  colourOf,
  type Ink,
  iconPart,
  type Look as PartLook,
  type Part,
  type TextPart,
} from "./drawing/part.ts";
export { partSvg } from "./drawing/part-svg.ts";
export { linesSvg } from "./lines.ts";
export { type Category, type Look, lookOf, type Shape } from "./look.ts";
export type { BarChart, BarRow, Line, LineChart, Mark, Panel, Point, StackedChart } from "./model.ts";
export { darkRules, type Paint as TonePaint, paintOf, type Tone } from "./palette.ts";
export { stackedSvg } from "./stacked.ts";
export { type Attributes, element, escaped, fittedText, picture, pictureFont, rounded, textAt } from "./svg.ts";
export { histogram, roomFor } from "./terminal/histogram.ts";
export { type Paint, plotText } from "./terminal/plot.ts";
export { Lines, wrapped } from "./text/lines.ts";
export { exactWidth, type Measure, textWidth } from "./text/measure.ts";
export { Pieces } from "./text/pieces.ts";
export { type Theme, type ThemeName, themes } from "./theme.ts";
