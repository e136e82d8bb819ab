/** A plan as people discuss it: its steps, what takes them back, and who is told; texts are the script's own. */

/** Everything of a file that can be drawn. */
export interface Design {
  /** The script's name as it was given. */
  readonly file: string;
  readonly plans: readonly Plan[];
}

/** A plan; a task that is called outside of plans is a plan of one. */
export interface Plan {
  readonly kind: "plan" | "task";
  readonly name: string;
  /** `goal "…"`. */
  readonly goal?: string;
  /** "String from, int port", as declared. */
  readonly parameters: string;
  readonly lines: Lines;
  /** What starts it, and when it may: `when`, `context`. */
  readonly starts: readonly Start[];
  readonly steps: readonly Step[];
  readonly onFailure?: Handler;
  readonly onUndoFailure?: Handler;
}

/** From and to, both included; 1 is the first line. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export type Start =
  /** `when (cond) at most 2 per 1h { … }`. */
  | { readonly kind: "when"; readonly condition: string; readonly words?: string; readonly atMost: string }
  /** `context "the W class" schedule "Thu 14:40-16:10"`. */
  | { readonly kind: "context"; readonly name: string; readonly schedule: string };

/** What is done when a task, or an undo, has failed. */
export interface Handler {
  readonly steps: readonly Step[];
  readonly lines: Lines;
}

export type Step =
  | TaskStep
  | SubPlanStep
  | ChoiceStep
  | LoopStep
  | ParallelStep
  | GoalStep
  | AtomicStep
  | NotifyStep
  | ApproveStep
  | EndStep
  | CodeStep;

interface StepBase {
  readonly lines: Lines;
}

/** A call of a task. */
export interface TaskStep extends StepBase {
  readonly kind: "task";
  readonly name: string;
  /** Which call of this task in its plan it is, in order of the text; 1 is the first. */
  readonly call: number;
  readonly goal?: string;
  /** As they stand in the call. */
  readonly arguments: readonly Argument[];
  readonly takeBack: TakeBack;
  readonly clauses: readonly Clause[];
  /** Lines of code of the body. */
  readonly code: readonly string[];
}

export interface Argument {
  readonly text: string;
  /** What a person reads of a literal: "ram" for `"ram"`; undefined for what is known at run time only. */
  readonly value?: string;
}

/** What becomes of a task's effect when a later one fails. */
export type TakeBack =
  /** `words`: what a comment at the undo's beginning says. */
  | { readonly kind: "undo"; readonly code: readonly string[]; readonly words?: string }
  /** The files are taken back by themselves. */
  | { readonly kind: "atomic"; readonly paths: readonly string[] }
  | { readonly kind: "irreversible"; readonly why: string }
  /** It changes nothing. */
  | { readonly kind: "nothing" };

export interface Clause {
  readonly kind: "pre" | "post" | "within" | "timeout" | "retry" | "remember";
  readonly code: readonly string[];
}

/** A call of another plan, which is drawn by itself. */
export interface SubPlanStep extends StepBase {
  readonly kind: "plan";
  readonly name: string;
  readonly call: number;
  readonly goal?: string;
  readonly arguments: readonly Argument[];
}

/** `if` and `switch`. */
export interface ChoiceStep extends StepBase {
  readonly kind: "choice";
  /** What is asked, as a comment above says it. */
  readonly words?: string;
  /** The condition of an `if` with one, or the value of a `switch`. */
  readonly asks?: string;
  readonly branches: readonly Branch[];
}

export interface Branch {
  /** What it is taken on: `yes` and `no` of a single condition, code otherwise. */
  readonly on: "yes" | "no" | "otherwise" | "code";
  readonly code: string;
  readonly steps: readonly Step[];
}

/** `for (T x in xs) at most N`, and other loops. */
export interface LoopStep extends StepBase {
  readonly kind: "loop";
  readonly words?: string;
  /** "host", "hosts"; empty where the loop has another form. */
  readonly variable: string;
  readonly over: string;
  readonly atMost?: string;
  /** The head of another loop, as code. */
  readonly code?: string;
  readonly steps: readonly Step[];
}

export interface ParallelStep extends StepBase {
  readonly kind: "parallel";
  readonly words?: string;
  readonly branches: readonly (readonly Step[])[];
}

/** `assure "goal" { … }` and `argue "goal" { … }`; with a phase a strategy of the latter. */
export interface GoalStep extends StepBase {
  readonly kind: "goal";
  readonly phase?: "pre" | "concurrent" | "post";
  /** "G3: the service answers at peak"; of a strategy without a name empty. */
  readonly text: string;
  readonly steps: readonly Step[];
}

/** `atomic (paths…) { … } confirm { … }` in a plan's own body. */
export interface AtomicStep extends StepBase {
  readonly kind: "atomic";
  readonly words?: string;
  readonly paths: readonly string[];
  readonly code: readonly string[];
  readonly confirm: readonly string[];
}

export interface NotifyStep extends StepBase {
  readonly kind: "notify";
  readonly roles: readonly string[];
  /** With its holes as code: "the switch failed: ${f.message}". */
  readonly message: string;
}

export interface ApproveStep extends StepBase {
  readonly kind: "approve";
  readonly role: string;
  readonly question: string;
  readonly timeout?: string;
}

/** The plan is left here: `return`, `throw`, `exit`. */
export interface EndStep extends StepBase {
  readonly kind: "end";
  readonly how: "done" | "failed";
  readonly code: string;
}

/** Statements that are no step of their own: variables, commands, calls. */
export interface CodeStep extends StepBase {
  readonly kind: "code";
  readonly code: readonly string[];
}
