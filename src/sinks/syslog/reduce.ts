/** A record that is too large for a datagram, as JSON of its main fields that fits: half a JSON text would serve nobody. */

/** A record's JSON, read. */
export type Fields = Readonly<Record<string, unknown>>;

const main = ["LogPoint", "FaultType", "ScriptName", "ScriptLine", "Api", "ElapsedTime", "Errno", "Message", "Time"];
const more = [
  "RunId",
  "Seq",
  "Host",
  "User",
  "Kind",
  "ErrnoName",
  "Handled",
  "Phase",
  "Task",
  "Goal",
  "GoalLabel",
  "GoalUid",
];
/** What names the record, where even its main fields do not fit. */
const least = ["LogPoint", "FaultType", "Message", "RunId", "Seq", "Handled"];
/** The lengths at which texts are cut, one after the other. */
const cuts = [2048, 512, 200, 80, 20];

/** The JSON of a record's main fields in `room` bytes at most; undefined where nothing of use fits. `whole` is the size that the message had. */
export function reduced(
  fields: Fields,
  whole: number,
  room: number,
  encode: (json: string) => string,
): string | undefined {
  for (const names of [[...main, ...more], least])
    for (const longest of cuts) {
      const json = encode(jsonOf(fields, names, longest, whole));
      if (json.length <= room) return json;
    }
  const bare = encode(jsonOf(fields, ["LogPoint", "RunId", "Seq"], 40, whole));
  return bare.length <= room ? bare : undefined;
}

function jsonOf(fields: Fields, names: readonly string[], longest: number, whole: number): string {
  const kept = names
    .filter((name) => fields[name] !== undefined)
    .map((name) => [name, shortened(fields[name], name === "RunId" ? 40 : longest)] as const);
  return JSON.stringify({ ...Object.fromEntries(kept), Reduced: whole });
}

function shortened(value: unknown, longest: number): unknown {
  return typeof value === "string" && value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
}
