// How the work of a call grows with its input, in this process's own CPU time: a busy machine does not change that.

/**
 * How many times as long as `work(size)` a call of `work(times * size)` takes: about `times` for work in proportion,
 * the square of it for quadratic work.
 */
export function growth(size: number, times: number, work: (size: number) => () => void): number {
  const [small, large] = [work(size), work(size * times)];
  small();
  // A clock of whole milliseconds cannot divide less than ten of them.
  return cpuTime(large) / Math.max(cpuTime(small), 10);
}

/** Processor milliseconds: the least of three runs, so that a collection or a compilation by V8 does not count. */
function cpuTime(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
