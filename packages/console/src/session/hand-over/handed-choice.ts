import type { PromptChoice } from '../../store/types.ts'

/** What the prompt goes to: what was chosen, else what the other session has. Another model has other variants. Pure. */
export function handedChoice(kept: PromptChoice | undefined, chosen: PromptChoice): PromptChoice {
  const { variant, ...rest } = kept ?? {}
  return { ...rest, ...(variant !== undefined && !chosen.model && { variant }), ...chosen }
}
