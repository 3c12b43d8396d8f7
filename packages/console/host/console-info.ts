import type { ConsoleInfo } from '../shared/api.ts'
import type { Console } from './console.ts'

export function infoOf({
  options,
  budgets,
  hidden,
}: Pick<Console, 'options' | 'budgets' | 'hidden'>): ConsoleInfo {
  const { version, home, editor } = options
  return {
    version,
    home,
    budget: budgets.value(),
    hidden: hidden.value(),
    ...(editor.length > 0 && { hasEditor: true as const }),
  }
}
