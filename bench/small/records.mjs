// Filters the records of a JSON file, and writes what is left.
import { readFileSync, writeFileSync } from "node:fs";

const kept = [];
let total = 0;
for (const row of JSON.parse(readFileSync("records.json", "utf8"))) {
  if (!row.active) continue;
  total += row.value;
  kept.push({ id: row.id, name: row.name.toUpperCase(), value: row.value * 1.19 });
}
writeFileSync("out.json", JSON.stringify(kept));
console.log(kept.length, Math.round(total));
