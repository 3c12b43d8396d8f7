/** Orders dotted version numbers by their numeric parts; undefined when either has none (a branch build, "local"). */
export function compareVersions(one: string, other: string): number | undefined {
  const [left, right] = [one, other].map(parts)
  if (!left || !right) return undefined
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return 0
}

function parts(version: string): number[] | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)
  return match?.slice(1).map(Number)
}
