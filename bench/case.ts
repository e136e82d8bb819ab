// What a benchmark consists of: programs that do the same work, and what is asked of them.

/** One program that does a case's work; its files lie in the folder that it is started in. */
export interface Contender {
  readonly name: string;
  readonly argv: readonly string[];
  /** Where it is started, within the case's folder. */
  readonly folder?: string;
  /** The share of the work that it does, where the whole would take too long: 0.01 means that its time counts a hundredfold. */
  readonly share?: number;
  /** At most so many counted runs, where each takes long. */
  readonly runs?: number;
  /** What it must print, so that nothing is measured that did not happen. */
  readonly prints?: string;
  readonly exits?: number;
}

/** A figure that two contenders' times give together: the median of (of - less) / per within rounds. */
export interface Difference {
  readonly name: string;
  readonly of: string;
  readonly less: string;
  readonly per: number;
  /** Instead of that, the difference of those quantiles of both: 0.95 is what one of twenty runs exceeds. */
  readonly quantile?: number;
}

/** What a contender's (or difference's) median may at most be: so many milliseconds, or so many times another's. */
export type Aim =
  | { readonly of: string; readonly atMostMs: number }
  | { readonly of: string; readonly atMost: number; readonly times: string };

/** One benchmark, measured side by side: in each round every contender runs once. */
export interface Case {
  readonly name: string;
  readonly title: string;
  readonly rounds: number;
  readonly files: Readonly<Record<string, string>>;
  /** Makes what else is needed in the case's folder, once its files are there. */
  readonly prepare?: (folder: string) => void;
  readonly contenders: readonly Contender[];
  readonly differences?: readonly Difference[];
  readonly aims: readonly Aim[];
  /** The contender that the table's ratios refer to. */
  readonly base: string;
  readonly showsMemory?: boolean;
  /** What stands below the table: figures that were measured another way. */
  readonly notes?: string;
}

/** A contender of the field, where its program is there. */
export function ifThere(
  program: string | undefined,
  name: string,
  args: readonly string[],
  rest: Partial<Contender> = {},
): Contender[] {
  return program === undefined ? [] : [{ name, argv: [program, ...args], ...rest }];
}
