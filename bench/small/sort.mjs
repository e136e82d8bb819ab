// Sorts the numbers of a file.
import { readFileSync, writeFileSync } from "node:fs";

const numbers = readFileSync("numbers.txt", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => Number(line));
numbers.sort((a, b) => a - b);
writeFileSync("sorted.txt", numbers.join("\n"));
console.log(numbers.length, numbers[0], numbers[999999]);
