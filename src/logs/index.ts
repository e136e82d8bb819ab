/** Reads record files of any size: finds their fields, filters, counts, and follows them. */

export { type Criteria, type ValueName, valueNames } from "./filter/criteria.ts";
export { type Field, fieldNames, fieldOf } from "./filter/field.ts";
export { createFilter, type RecordFilter, type Unmet } from "./filter/filter.ts";
export { readWhen, type Stretch } from "./filter/when.ts";
export { type FollowRequest, followRecords } from "./reading/follow.ts";
export { type ReadCounts, readRecords, type TakeRecord, type Trouble } from "./reading/read.ts";
export { codeOf, type LogSource, type MissingSource, sourcesOf } from "./reading/source.ts";
export { RecordScan } from "./scan/record-scan.ts";
export { TimeValue } from "./scan/time-value.ts";
export { type Counts, createCounter } from "./views/count.ts";
export { createFailing, type Failing, type FailingCall } from "./views/failing.ts";
export { createLast } from "./views/last.ts";
export { createTimeCounter, type OverTime } from "./views/over-time.ts";
export { createPlot, type FailureMark, type Plot, type Series } from "./views/series.ts";
export { createSlowest, type Slow } from "./views/slowest.ts";
export { createSummary, type Summary } from "./views/summary.ts";
