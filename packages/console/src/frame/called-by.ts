import type { ServerProject } from '../../shared/api.ts'
import { escapeInvisible } from '../ui/escape-invisible.ts'

/** What its user has called it, in one line; undefined: nothing. */
export function calledBy({ name = '' }: Pick<ServerProject, 'name'>): string | undefined {
  return escapeInvisible(name.replaceAll(/\s+/g, ' ').trim()) || undefined
}
