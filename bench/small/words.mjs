// Counts words and how many there are of each, line by line.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const counts = new Map();
let words = 0;
for await (const line of createInterface({ input: createReadStream("words.txt"), crlfDelay: Infinity }))
  for (const word of line.split(" ")) {
    words++;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
console.log(words, counts.size);
