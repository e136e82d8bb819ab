/** The words for log points in lines that people read. */

export const pointWords: Readonly<Record<string, string>> = {
  ErrorPoint: "error",
  SystemChangePoint: "change",
  ResponseCheckPoint: "slow",
  SecurityAudit: "audit",
  PeriodicPoint: "state",
};
