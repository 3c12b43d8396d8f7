/** Going back through earlier prompts, like a shell's history. Pure. */

export interface Recall {
  /** Place in the list of prompts, newest first; -1: nothing is recalled. */
  at: number
  /** What was in the box before. */
  draft: string
}

export const notRecalled: Recall = { at: -1, draft: '' }

/** One step to an earlier (+1) or later (-1) prompt. `prompts` is in the order in which they were sent. */
export function stepRecall(
  recall: Recall,
  step: 1 | -1,
  prompts: readonly string[],
  text: string,
): { recall: Recall; text: string } {
  const at = Math.min(recall.at + step, prompts.length - 1)
  const draft = recall.at < 0 ? text : recall.draft
  if (at < 0) return { recall: notRecalled, text: draft }
  return { recall: { at, draft }, text: prompts[prompts.length - 1 - at] ?? text }
}
