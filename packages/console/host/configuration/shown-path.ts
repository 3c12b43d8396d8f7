/** Paths of settings as they are told: a name may be a rule for commands, and hold a secret. Who gets a path told can name it again. */
import { createHmac, randomBytes } from 'node:crypto'
import { withoutSecrets, type Hiding } from './secret-text.ts'

const MARK = '{hidden:'
/** What is hidden can't be guessed by trying, and two rules that differ in it alone stay two. */
const SALT = randomBytes(32)

export function markOf(secret: string): string {
  return `${MARK}${createHmac('sha256', SALT).update(secret).digest('hex').slice(0, 12)}}`
}

const BY_NUMBER: Hiding = { hide: markOf, shortens: false }

export function shownName(name: string): string {
  return withoutSecrets(name, BY_NUMBER)
}

export function shownPath(path: readonly string[]): string[] {
  return path.map(shownName)
}

/** Whether it is another one than it says. */
export function hasHidden(path: readonly string[]): boolean {
  return path.some((name) => name.includes(MARK))
}
