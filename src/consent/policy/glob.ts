/** Globs of policies and scopes: `**` goes over slashes, `*` and `?` do not. In the time of the pattern's length times the text's, whoever wrote it. */

/** Whether the whole text is matched. */
export function globFits(glob: string, text: string): boolean {
  const tokens = tokensOf(glob);
  let places = reached(tokens, [0]);
  for (const character of text) {
    if (places.length === 0) return false;
    places = reached(tokens, placesAfter(tokens, places, character));
  }
  return places.includes(tokens.length);
}

/** A character, `?`, `*`, `**`, or `**` with its slash: any number of folders, also none. */
function tokensOf(glob: string): readonly string[] {
  return glob.match(/\*\*\/?|[\s\S]/gu) ?? [];
}

/**
 * Where in the pattern the text so far can stand, from 0 to the pattern's length: all places are followed at once, so that
 * nothing is ever tried again. A half place is within the folders of a `**` with its slash, whose slash has yet to come.
 */
function placesAfter(tokens: readonly string[], places: readonly number[], character: string): readonly number[] {
  return places.flatMap((place) => {
    const token = tokens[Math.floor(place)];
    switch (token) {
      case undefined:
        return [];
      case "*":
        return character === "/" ? [] : [place];
      case "?":
        return character === "/" ? [] : [place + 1];
      case "**":
        return [place];
      case "**/":
        return character === "/" ? [Math.floor(place) + 0.5, Math.floor(place) + 1] : [Math.floor(place) + 0.5];
      default:
        return token === character ? [place + 1] : [];
    }
  });
}

/** With the places behind what may match nothing, each once. */
function reached(tokens: readonly string[], places: readonly number[]): readonly number[] {
  const found = new Set(places);
  for (const place of found) {
    const token = tokens[place];
    if (token?.startsWith("*") === true) found.add(place + 1);
  }
  return [...found];
}
