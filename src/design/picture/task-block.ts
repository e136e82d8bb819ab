/** A task with what takes it back beside it, and the arrow from one to the other for the case that it fails. */

import { displayWidth } from "../../text/index.ts";
import type { Drawing } from "../drawing.ts";
import type { SubPlanStep, TakeBack, TaskStep } from "../model.ts";
import { backText, callText, clauseWord, noteOf, type Say, stateText, titleOf } from "../words.ts";
import { type Block, cardBlock } from "./block.ts";
import { type CardLook, cardOf, type Paragraph, type SizedCard } from "./card.ts";
import { type Scene, wire } from "./scene.ts";
import { beside, labelSize, railOffset, railRoom, stepWidth, undoWidth } from "./sizes.ts";

/** Lines of code that a card shows at most. */
const mostCode = 12;
/** Columns of a word and its code in one line. */
const shortLine = 22;

type State = ReturnType<NonNullable<Drawing["stateOf"]>>;

export function taskBlock(step: TaskStep, drawing: Drawing): Block {
  const { say, detail } = drawing;
  const more: Paragraph[] = [];
  if (detail) {
    for (const { kind, code } of step.clauses) more.push(...labelled(clauseWord(kind, say), code, say));
    more.push(...labelled(say("does"), step.code, say), { text: linesText(step, say), role: "note" });
  }
  const state = stateIn(step, drawing);
  // What stays is seen as soon as it is done.
  const isOf = step.takeBack.kind === "irreversible" ? isReached : isBack;
  const undo = undoCard(step.takeBack, backText(step, say), drawing, state !== undefined && !isOf(state));
  return withUndo(calledCard(step, "task", more, state, drawing), undo, drawing);
}

export function subPlanBlock(step: SubPlanStep, drawing: Drawing): Block {
  const { say } = drawing;
  const state = stateIn(step, drawing);
  const card = calledCard(step, "plan", [{ text: say("a plan of its own"), role: "note" }], state, drawing);
  const undo = cardOf([{ text: backText(step, say), role: "title" }], {
    shape: "undo",
    tone: "back",
    width: undoWidth,
    icon: "undo",
    isFaint: state !== undefined && !isBack(state),
  });
  return withUndo(card, undo, drawing);
}

function calledCard(
  step: TaskStep | SubPlanStep,
  shape: "task" | "plan",
  more: readonly Paragraph[],
  state: State | undefined,
  { say, detail, counter, isHandler }: Drawing,
): SizedCard {
  const note = detail ? callText(step.name, step.arguments) : noteOf(step);
  const texts: readonly Paragraph[] = [
    { text: titleOf(step, detail), role: "title" },
    ...(note === "" ? [] : [{ text: note, role: detail ? "code" : "note" } as const]),
    ...more,
  ];
  return cardOf(texts, {
    shape,
    tone: "ink",
    width: stepWidth,
    ...(isHandler ? {} : { number: ++counter.last }),
    ...(state === undefined ? {} : { state: { ...state, says: stateText(state, say) } }),
  });
}

/** What takes a step back, as a card; nothing where there is nothing to take back. */
export function undoCard(
  takeBack: TakeBack,
  text: string,
  { say, detail }: Drawing,
  isFaint = false,
): SizedCard | undefined {
  if (takeBack.kind === "nothing") return undefined;
  const looks: Readonly<Record<typeof takeBack.kind, CardLook>> = {
    undo: { shape: "undo", tone: "back", width: undoWidth, icon: "undo" },
    atomic: { shape: "undo", tone: "back", width: undoWidth, icon: "files" },
    irreversible: { shape: "stays", tone: "bad", width: undoWidth, icon: "lock" },
  };
  const texts: Paragraph[] = [{ text, role: "title" }];
  if (detail && takeBack.kind === "undo") texts.push(...codeOf(takeBack.code, say));
  if (detail && takeBack.kind === "atomic") texts.push(...codeOf(takeBack.paths, say));
  return cardOf(texts, { ...looks[takeBack.kind], isFaint });
}

/** `word`: what the arrow to the line of undoing says. */
export function withUndo(
  card: SizedCard,
  undo: SizedCard | undefined,
  drawing: Drawing,
  word = drawing.say("fails"),
): Block {
  if (drawing.isHandler) return cardBlock(card);
  const height = Math.max(card.height, undo?.height ?? 0);
  const middle = height / 2;
  const undoHeight = undo?.height ?? 0;
  return {
    left: stepWidth / 2,
    right: undo === undefined ? railRoom : railOffset + undoWidth / 2,
    height,
    enter: middle - card.height / 2,
    leave: middle + card.height / 2,
    emits: true,
    railIn: middle + undoHeight / 2,
    railTip: undo !== undefined,
    railOut: middle - undoHeight / 2,
    ends: false,
    draw: (scene, x, y) => {
      card.put(scene, x - stepWidth / 2, y + middle - card.height / 2);
      undo?.put(scene, x + railOffset - undoWidth / 2, y + middle - undoHeight / 2);
      fails(scene, x, y + middle, undo === undefined, word);
    },
  };
}

/** The arrow to the line of undoing; it joins it in a dot where nothing is to be taken back there. */
export function fails(scene: Scene, x: number, y: number, joins: boolean, word: string): void {
  const from = x + stepWidth / 2;
  const to = joins ? x + railOffset : from + beside;
  wire(scene, "fails", !joins, [from, y], [to, y]);
  scene.labels.push({ x: from + beside / 2 - 4, y: y - 7, text: word, size: labelSize, tone: "bad", anchor: "middle" });
  if (joins) scene.dots.push({ x: to, y, kind: "back" });
}

/** A word and the code that it is about: in one line where that is short. */
function labelled(word: string, code: readonly string[], say: Say): readonly Paragraph[] {
  const [first = "", ...rest] = code;
  if (code.length === 0) return [];
  if (rest.length === 0 && displayWidth(word) + displayWidth(first) <= shortLine)
    return [{ text: `${word}: ${first}`, role: "label" }];
  return [{ text: word, role: "label" }, ...codeOf(code, say)];
}

export function codeOf(code: readonly string[], say: Say): readonly Paragraph[] {
  const shown = code.slice(0, code.length > mostCode ? mostCode - 1 : mostCode);
  return [
    ...shown.map((text) => ({ text, role: "code", most: 3 }) as const),
    ...(shown.length < code.length
      ? [{ text: say(`${code.length - shown.length} more lines`), role: "note" } as const]
      : []),
  ];
}

export function linesText({ lines: { first, last } }: Pick<TaskStep, "lines">, say: Say): string {
  return first === last ? say(`line ${first}`) : say(`lines ${first}–${last}`);
}

function stateIn(step: TaskStep | SubPlanStep, { stateOf }: Drawing): State | undefined {
  return stateOf?.({ name: step.name, call: step.call, line: step.lines.first });
}

function isReached({ state }: State): boolean {
  return state !== "not-reached";
}

function isBack({ isTakenBack }: State): boolean {
  return isTakenBack;
}
