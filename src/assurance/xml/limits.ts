/** How large an XML file of a case may be; what is larger is refused with its place. */

/** UTF-16 units of the whole text. */
export const mostCharacters = 64 * 1024 * 1024;
export const mostElements = 1_000_000;
/** Elements within each other; what is kept of a foreign file becomes as many lists within each other. */
export const mostDepth = 50;
export const mostAttributes = 500;
/** Values within each other that are written as JSON. */
export const mostJsonDepth = 400;
