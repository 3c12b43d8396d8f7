import type { ConsoleInfo } from '../shared/api.ts'
import type { Console } from './console.ts'

export function infoOf({
  options,
  budgets,
  hidden,
  preferences,
}: Pick<Console, 'options' | 'budgets' | 'hidden' | 'preferences'>): ConsoleInfo {
  const { version, home, editor } = options
  // People write the file too: what they have written comes behind this answer.
  void preferences.read()
  return {
    version,
    home,
    budget: budgets.value(),
    hidden: hidden.value(),
    preferences: preferences.known(),
    ...((editor.length > 0 || preferences.known().editor) && { hasEditor: true as const }),
  }
}
