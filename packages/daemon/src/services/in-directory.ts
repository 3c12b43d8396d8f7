/**
 * A path of the engine's API, asked in a directory. The engine decodes the parameter once more than others do: without the second escape a
 * folder called `a%2Fb` would be `a/b` to it (faults.md 71).
 */
export function inDirectory(path: string, directory: string): string {
  return `${path}?directory=${encodeURIComponent(directory.replaceAll('%', '%25'))}`
}
