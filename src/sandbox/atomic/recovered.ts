/** What was done about a transaction that a killed engine has left. */

/**
 * `nothing`: there was nothing to do. `alive`: its engine still runs. `completed`: the commit holds, all of it. `taken back`: everything is as it was.
 * `asides`: where things lie now that somebody else has put in the way.
 */
export interface Recovered {
  readonly outcome: "nothing" | "alive" | "completed" | "taken back";
  readonly paths: readonly string[];
  readonly asides: readonly string[];
}
