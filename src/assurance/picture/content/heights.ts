/** Heights of what a shape may have besides its rows, in pixels. */

/** What an away element's compartment and a contract's foot take. */
export const bandHeight = 22;
/** A folder's tab. */
export const tabHeight = 12;
/** What hangs below a shape: a diamond or a triangle, and the number of what is folded. */
export const hangerHeight = 16;
export const foldHeight = 26;
