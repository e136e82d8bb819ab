/** What every class of a script extends: it tells the runtime that a value is an object of the script. */

export class ScriptObject {
  /** The name of its class, which compiled code sets on each prototype. */
  declare readonly $class: string;
}
