import type { ConsoleInfo } from '../shared/api.ts'
import type { Console } from './console.ts'

export function infoOf({ options, budgets }: Pick<Console, 'options' | 'budgets'>): ConsoleInfo {
  const { version, home, editor } = options
  return { version, home, budget: budgets.value(), ...(editor.length > 0 && { hasEditor: true as const }) }
}
