/** Whether two names differ by one slip: a letter left out, put in, changed, or two that changed places. */

export function isOneSlip(wrong: string, right: string): boolean {
  if (wrong === right || Math.abs(wrong.length - right.length) > 1 || right.length < 3) return false;
  let at = 0;
  while (at < wrong.length && at < right.length && wrong[at] === right[at]) at += 1;
  const rest = wrong.slice(at);
  const goal = right.slice(at);
  return (
    rest.slice(1) === goal ||
    rest === goal.slice(1) ||
    rest.slice(1) === goal.slice(1) ||
    (rest[0] === goal[1] && rest[1] === goal[0] && rest.slice(2) === goal.slice(2))
  );
}
