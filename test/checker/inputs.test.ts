// What commands read (faults 1.1): the input of each snippet's last stage, and what the files hold that its words name.
import { describe, expect, test } from "vitest";
import { originNames } from "../../src/records/index.ts";
import { checkText } from "./checked.ts";

function checked(text: string) {
  const { program, diagnostics } = checkText(`${text}\n`);
  expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual([]);
  return program;
}

/** Of the last stage with a known input. */
function inputOf(text: string): string {
  return originNames([...checked(text).inputs.values()].at(-1) ?? 0).join(" ");
}

/** Of all words together. */
function heldIn(text: string): string {
  return originNames([...checked(text).holds.values()].reduce((all, one) => all | one, 0)).join(" ");
}

describe("what a command reads on its input", () => {
  test.each([
    ["literal", "echo x | date -f -"],
    ["literal", "cat <<END\nx\nEND"],
    ["literal argv", "date -f - <<END\n${ARGV[0]}\nEND"],
    ["file", "date -f - < days.txt"],
    ["file", "cat days.txt | date -f -"],
    ["network", "curl -s http://h.example/ | jq .x"],
    ["prompt", "xargs rm"],
    ["prompt", "sort | wc -l"],
    ["", "ls"],
    ["output", "( ls ) | wc -l"],
  ])("%s: %s", (origins, text) => {
    expect(inputOf(text)).toBe(origins);
  });
});

describe("what files hold that the script wrote", () => {
  test.each([
    ["network", "curl -s -o a.gz http://h.example/a.gz\ngunzip a.gz"],
    ["network", "curl -sO http://h.example/a.gz\ngunzip ./a.gz"],
    ["network", "wget -q http://h.example/b/a.gz\ngunzip a.gz"],
    ["network", "scp h.example:/srv/a.gz .\ngunzip a.gz"],
    ["network", "rsync -q rsync://h.example/b/a.gz in/\ngunzip in/a.gz"],
    ["network", 'Http.download("http://h.example/a", "a.gz")\ngunzip a.gz'],
    ["network", 'String f = "a.gz"\ncurl -s http://h.example/a > ${f}\ngunzip ${f}'],
    ["network", "curl -s -o a.gz http://h.example/a\ngunzip a.gz\njq . a"],
    ["network", "curl -s -o a http://h.example/a\nmv a b\njq . b"],
    ["literal", "cat > a.conf <<END\nx\nEND\nnginx -t -c a.conf"],
    ["literal", "cat > a.conf <<END\nx\nEND\nnginx -t -c /srv/job/a.conf"],
    ["literal", "cat > /srv/job/a.conf <<END\nx\nEND\ncd /srv/job\nnginx -t -c a.conf"],
    ["literal", "cat > a.json <<END\nx\nEND\ncurl -s -d @a.json http://h.example/"],
    ["", "gunzip a.gz"],
  ])("%s: %s", (origins, text) => {
    expect(heldIn(text)).toBe(origins);
  });
});
