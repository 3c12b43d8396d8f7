/** For memos of ids and keys: a list of the same ones, in the same order, is no news. */
export const sameList = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((one, at) => one === after[at])
