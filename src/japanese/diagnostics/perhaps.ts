/** The hint that names what may have been meant. */

export function perhaps(nearest: string | undefined): string | undefined {
  return nearest === undefined ? undefined : `もしかして \`${nearest}\`?`;
}
