/** Small signs as paths in a square of 16 pixels: they look the same whatever fonts there are. */

export const icons = {
  // What happens to data and people.
  undo: "M6 2.5L2.5 6L6 9.5M2.5 6H10a3.7 3.7 0 0 1 0 7.5H6",
  mail: "M1.5 3.5h13v9.5h-13zM1.5 4l6.5 5.2L14.5 4",
  person: "M8 1.8a2.9 2.9 0 1 0 .01 0zM2.3 14.2c0-3.4 2.6-5.3 5.7-5.3s5.7 1.9 5.7 5.3z",
  warning: "M8 1.8L15 14H1zM8 6v4M8 11.6v.9",
  lock: "M3.2 7.4h9.6v7H3.2zM5.2 7.4V5a2.8 2.8 0 0 1 5.6 0v2.4",
  loop: "M13.4 8a5.4 5.4 0 1 1-1.8-4M12 1.2v3.1H8.9",
  files: "M4.5 4.5V1.8h6.2l2.8 2.8v7.6h-3M2.2 4.5h5.6l2.7 2.7v7.3H2.2zM7.6 4.7v2.7h2.7",
  // How something stands.
  check: "M2.5 8.5L6.5 12.5L13.5 4",
  cross: "M3 3L13 13M13 3L3 13",
  play: "M4 2.5L13 8L4 13.5Z",
  dash: "M3 8h10",
  clock: "M8 1.8a6.2 6.2 0 1 0 .01 0zM8 4.4V8l2.6 1.8",
  question: "M5 5.2C5 1.6 11.2 1.6 11.2 5.2C11.2 7.8 8 7.6 8 10.2M8 12.8v.8",
  page: "M3.5 1.8h5.8l3.2 3.2v9.2h-9zM6 7.2l4 4M10 7.2l-4 4",
  bolt: "M9.5 1.5L3.5 9H7.5L6.5 14.5L12.5 6.8H8.5Z",
  unequal: "M2.8 6h10.4M2.8 10.2h10.4M10.8 2.6L5.2 13.6",
  // What D-Case adds to GSN.
  gauge: "M2.9 13A6.4 6.4 0 1 1 13.1 13M8 9.4L11 5.4M8 9.4h.01",
  gear: "M8 5.6a2.4 2.4 0 1 0 .01 0zM8 1.6v2.2M8 12.2v2.2M1.6 8h2.2M12.2 8h2.2M3.5 3.5l1.5 1.5M11 11l1.5 1.5M12.5 3.5L11 5M5 11l-1.5 1.5",
  sliders: "M1.8 4.5h12.4M1.8 11.5h12.4M5.4 2.4v4.2M10.6 9.4v4.2",
  outward: "M6.5 3H2.5v10.5h10.5V9.5M9 2.5h4.5V7M13.5 2.5L7.5 8.5",
  frame: "M2 2h4.4v4.4H2zM9.6 2H14v4.4H9.6zM2 9.6h4.4V14H2zM9.6 9.6H14V14H9.6z",
} as const;

export type IconName = keyof typeof icons;
