/** The measures of a picture, in pixels. */

/** Of a step in the main line, and of what takes it back, beside it. */
export const stepWidth = 268;
export const undoWidth = 220;
/** Between a step and its undo: room for a word on the arrow. */
export const beside = 76;
/** Between two steps: room for an arrow. */
export const below = 32;
/** Between two lanes that run side by side. */
export const laneGap = 44;
/** From the main line to the line of undoing. */
export const railOffset = stepWidth / 2 + beside + undoWidth / 2;
/** What the line of undoing by itself takes at the right of the main line. */
export const railRoom = railOffset + 12;

export const titleSize = 14;
export const noteSize = 12;
export const codeSize = 11.5;
export const labelSize = 12;
