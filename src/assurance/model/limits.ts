/** Bytes and UTF-16 units that a case's file has at most. */
export const longestCase = 64 * 2 ** 20;
