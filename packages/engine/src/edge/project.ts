import * as v from 'valibot'
import { PROJECT_COLORS, type ProjectColor } from '../project-colors.ts'
import { bagOf, id, may, name, object, path, type Schema } from './bounds.ts'

/** What the console uses of an engine's project. */
export interface Project {
  id: string
  worktree: string
  name?: string
  icon?: { color?: ProjectColor }
}

/** Anything may stand there, for the engine checks nothing: what is no colour of these is none. */
const icon: Schema<{ color?: ProjectColor }> = v.pipe(
  v.unknown(),
  v.transform((value) => {
    const given = bagOf(value)['color']
    const color = PROJECT_COLORS.find((one) => one === given)
    return color ? { color } : {}
  }),
)

export const project: Schema<Project> = object<Project>({
  id,
  worktree: path,
  name: may(name),
  icon: may(icon),
})
