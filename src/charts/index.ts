/** Charts as SVG and as text of a terminal, from data; light and dark. Nothing is said by colour alone. */

export { numberTicks, shortNumber } from "./axes/numbers.ts";
export { timeTicks, widthText } from "./axes/times.ts";
export { barsSvg } from "./bars.ts";
export type { ChainArrow, ChainBox, ChainChart } from "./chain/model.ts";
export { chainSvg } from "./chain/svg.ts";
export { wrapped } from "./chain/wrap.ts";
export { linesSvg } from "./lines.ts";
export { type Category, type Look, lookOf, type Shape } from "./look.ts";
export type { BarChart, BarRow, Line, LineChart, Mark, Panel, Point, StackedChart } from "./model.ts";
export { stackedSvg } from "./stacked.ts";
export { type Attributes, element, escaped, fittedText, picture, textAt, textWidth } from "./svg.ts";
export { histogram, roomFor } from "./terminal/histogram.ts";
export { type Paint, plotText } from "./terminal/plot.ts";
export { type Theme, type ThemeName, themes } from "./theme.ts";
