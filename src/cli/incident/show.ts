/** Carries out `dscript incident`: reads the records, builds the chains, shows and draws them. */

import { chainSvg } from "../../charts/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type Incident, incidentsOf } from "../../incidents/index.ts";
import { createFilter, RecordScan, readRecords, readWhen, sourcesOf } from "../../logs/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import { writeChart } from "../logs/chart-file.ts";
import { timeForms } from "../logs/filter-options.ts";
import { openOutput } from "../logs/output.ts";
import { tellCounts, tellTroubles } from "../logs/said.ts";
import { wordsOrRuns } from "../logs/sources.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, styleFor } from "../terminal.ts";
import { createCollector } from "./collect.ts";
import { incidentChart } from "./drawing.ts";
import { incidentJson } from "./json.ts";
import { incidentText } from "./text.ts";

const halfHour = 30 * 60_000;
const usualNumber = 3;

interface Request {
  readonly since?: number;
  readonly until?: number;
  readonly most: number;
  readonly pictures: readonly string[];
}

export async function showIncidents(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const request = requestOf(options, Date.now());
  if ("problem" in request) return refuseWords(request.problem, request.next);
  const words = await wordsOrRuns(operands, false);
  if (typeof words === "number") return words;
  const { sources, missing } = sourcesOf(words);
  const scan = new RecordScan();
  const { since, until } = request;
  const filter = createFilter(
    { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) },
    scan,
  );
  const collector = createCollector(scan);
  const { counts, troubles } = await readRecords(sources, scan, () => {
    if (filter.accepts()) collector.take();
    return true;
  });
  const evidence = collector.evidence();
  const incidents = incidentsOf(evidence);
  const shown = incidents.slice(0, request.most);
  const isRead = write(shown, incidents.length, options);
  const drawn = await draw(shown[0], request.pictures, options);
  if (!isRead) return exitCode.ok;
  const all = [...missing, ...troubles];
  tellTroubles(all);
  tellCounts(counts);
  const left = collector.leftOut();
  if (left > 0)
    tell(`dscript: failures left out, because there are too many: ${left}; --since and --until choose a time\n`);
  if (incidents.length === 0 && all.length === 0)
    tell(counts.records === 0 ? "dscript: there is no record\n" : "dscript: no record tells of a failure\n");
  if (incidents.length > shown.length)
    tell(
      `dscript: smaller incidents, not shown: ${incidents.length - shown.length} (-n ${incidents.length} shows all)\n`,
    );
  return all.length > 0 ? exitCode.usage : drawn;
}

function requestOf(options: ParsedOptions, now: number): Request | { readonly problem: string; readonly next: string } {
  const times: Record<string, { readonly from: number; readonly to: number }> = {};
  for (const name of ["since", "until", "around"]) {
    const text = options.value(name);
    if (text === undefined) continue;
    const found = readWhen(text, now);
    if (found === undefined)
      return {
        problem: `--${name} takes a time, not ${text === "" ? '""' : text}`,
        next: timeForms,
      };
    times[name] = found;
  }
  const { since, until, around } = times;
  if (around !== undefined && (since !== undefined || until !== undefined))
    return { problem: "--around excludes --since and --until", next: "dscript incident --around 14:30" };
  const text = options.value("number") ?? String(usualNumber);
  const most = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (most < 1)
    return {
      problem: `-n takes a number from 1 to 9999, not ${text === "" ? '""' : text}`,
      next: "dscript incident -n 10",
    };
  const pictures = ["svg", "png"].flatMap((name) => options.value(name) ?? []);
  if (options.has("theme") && pictures.length === 0)
    return { problem: "--theme belongs to a picture", next: "dscript incident --svg picture.svg --theme dark" };
  const from = around === undefined ? since?.from : around.from - halfHour;
  const to = around === undefined ? until?.to : around.to + halfHour;
  return {
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    most,
    pictures,
  };
}

function write(incidents: readonly Incident[], all: number, options: ParsedOptions): boolean {
  const output = openOutput();
  const style = styleFor(options.value("color") as ColorChoice | undefined, 1);
  const say = (text: string): string => language().text(text);
  const width = Math.max(60, style.columns ?? 100);
  const texts = incidents.map((incident, at) =>
    options.has("json") ? incidentJson(incident) : incidentText(incident, at + 1, all, { style, say, width }),
  );
  output.put(texts.join(options.has("json") ? "" : "\n"));
  return output.flush();
}

async function draw(incident: Incident | undefined, paths: readonly string[], options: ParsedOptions): Promise<number> {
  if (incident === undefined) return exitCode.ok;
  const chart = incidentChart(incident, (text) => language().text(text));
  const theme = options.value("theme") === "dark" ? "dark" : "light";
  let code: number = exitCode.ok;
  for (const [at, path] of paths.entries()) {
    const kind = at === 0 && options.has("svg") ? "svg" : "png";
    const drawn = await writeChart({ path, theme, kind }, (colors) => chainSvg(chart, colors));
    if (drawn !== exitCode.ok) code = drawn;
  }
  return code;
}
