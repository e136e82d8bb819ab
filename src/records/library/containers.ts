/** Signatures of methods of arrays and maps. A method that calls a closure waits exactly where that closure waits. */

import type { SignatureTable } from "./signature.ts";

export const containerSignatures = {
  "T[].length: int": { says: "The number of elements." },
  "T[].isEmpty(): boolean": { says: "Whether it has no elements." },
  "T[].push(T value): void": { says: "Adds an element at the end." },
  "T[].pushAll(T[] values): void": { says: "Adds all elements of another array at the end." },
  "T[].pop(): T": { says: "Takes the last element off; of an empty array an IndexFault.", fails: true },
  "T[].shift(): T": { says: "Takes the first element off; of an empty array an IndexFault.", fails: true },
  "T[].unshift(T value): void": { says: "Adds an element at the start." },
  "T[].insert(int index, T value): void": {
    says: "Puts an element at an index, and moves the later ones up.",
    fails: true,
  },
  "T[].removeAt(int index): T": { says: "Takes the element at an index out.", fails: true },
  "T[].clear(): void": { says: "Takes all elements out." },
  "T[].first(): T?": { says: "The first element, or null." },
  "T[].last(): T?": { says: "The last element, or null." },
  "T[].slice(int from, int to = length): T[]": {
    says: "A new array from an index up to, not including, another; negative indexes count from the end.",
  },
  "T[].concat(T[] other): T[]": { says: "A new array with the elements of both." },
  "T[].copy(): T[]": { says: "A new array with the same elements." },
  "T[].contains(T value): boolean": { says: "Whether an element equals a value." },
  "T[].indexOf(T value): int": { says: "Where the first element that equals a value stands, or -1." },
  "T[].lastIndexOf(T value): int": { says: "Where the last element that equals a value stands, or -1." },
  "T[].reverse(): T[]": { says: "A new array in the opposite order." },
  "T[].sort(Func<int, T, T> compare = natural): T[]": {
    says: "A new array in order: numbers by value, texts by bytes, or as the closure says with a number below, at or above 0.",
    needs: "order",
    calls: true,
    fails: true,
  },
  "T[].unique(): T[]": { says: "A new array with the first of all equal elements." },
  'T[].join(String separator = ""): String': {
    says: "The elements as texts, with a separator between them.",
    needs: "print",
    typed: true,
  },
  "T[].map(Func<R, T> change): R[]": { says: "A new array of what the closure makes of each element.", calls: true },
  "T[].filter(Func<boolean, T> keep): T[]": {
    says: "A new array of the elements that the closure keeps.",
    calls: true,
  },
  "T[].each(Func<void, T> action): void": { says: "Calls the closure with each element, in order.", calls: true },
  "T[].find(Func<boolean, T> test): T?": {
    says: "The first element for which the closure gives true, or null.",
    calls: true,
  },
  "T[].findIndex(Func<boolean, T> test): int": {
    says: "Where the first element stands for which the closure gives true, or -1.",
    calls: true,
  },
  "T[].any(Func<boolean, T> test): boolean": {
    says: "Whether the closure gives true for one element at least.",
    calls: true,
  },
  "T[].all(Func<boolean, T> test): boolean": { says: "Whether the closure gives true for every element.", calls: true },
  "T[].reduce(R start, Func<R, R, T> combine): R": {
    says: "What the closure makes of the value so far and each element, from the start value on.",
    calls: true,
  },
  "T[].flatMap(Func<R[], T> change): R[]": {
    says: "A new array of all elements of what the closure makes of each element.",
    calls: true,
  },
  "T[].groupBy(Func<String, T> key): Map<T[]>": {
    says: "The elements by the key that the closure gives for each.",
    calls: true,
  },
  "T[].countBy(Func<String, T> key): Map<int>": {
    says: "How many elements there are of each key that the closure gives.",
    calls: true,
  },
  "T[].sortBy(Func<R, T> key): T[]": {
    says: "A new array in the order of what the closure gives for each element: numbers by value, texts by bytes.",
    calls: true,
    fails: true,
  },
  "T[].chunk(int size): T[][]": {
    says: "The elements in arrays of a size; the last one may be shorter.",
    fails: true,
  },
  "T[].without(T[] other): T[]": { says: "A new array of the elements that the other does not contain." },
  "T[].intersect(T[] other): T[]": { says: "A new array of the elements that the other contains, too." },
  "N[].sum(): N": { says: "The sum of the numbers, 0 for none.", fails: true },
  "N[].min(): N?": { says: "The smallest number, or null." },
  "N[].max(): N?": { says: "The largest number, or null." },

  "N[].average(): float?": { says: "The mean of the numbers, or null for none." },

  "Map<T>.length: int": { says: "The number of entries." },
  "Map<T>.isEmpty(): boolean": { says: "Whether it has no entries." },
  "Map<T>.keys(): String[]": { says: "The keys, in the order in which they were first set." },
  "Map<T>.values(): T[]": { says: "The values, in the order of the keys." },
  "Map<T>.has(String key): boolean": { says: "Whether there is a value for a key." },
  "Map<T>.get(String key): T?": { says: "The value for a key, or null." },
  "Map<T>.set(String key, T value): void": { says: "Sets the value for a key, as `map[key] = value`." },
  "Map<T>.remove(String key): boolean": { says: "Takes an entry out; whether it was there." },
  "Map<T>.clear(): void": { says: "Takes all entries out." },
  "Map<T>.each(Func<void, String, T> action): void": {
    says: "Calls the closure with each key and its value, in order.",
    calls: true,
  },
  "Map<T>.map(Func<R, T> change): Map<R>": {
    says: "A new map with what the closure makes of each value, under the same key.",
    calls: true,
  },
  "Map<T>.filter(Func<boolean, String, T> keep): Map<T>": {
    says: "A new map of the entries that the closure keeps.",
    calls: true,
  },
  "Map<T>.copy(): Map<T>": { says: "A new map with the same entries." },
  "Map<T>.merge(Map<T> other): Map<T>": { says: "A new map with the entries of both; the other's win." },
} as const satisfies SignatureTable;
