/** PURE: what is wrong with an agent or a command as somebody writes it. */
import { nameProblem } from './agent-facts.ts'

export interface Problems {
  name?: string
  /** Its prompt, or its template. */
  text?: string
}

/**
 * @param taken names that others have. Undefined: its name stays.
 * @param isTried somebody has tried to save it: before that nothing is missing yet.
 */
export function problemsOf(
  { name, text }: { name: string; text: string },
  taken: readonly string[] | undefined,
  isTried: boolean,
): Problems {
  const wrong = taken && (isTried || name !== '') ? nameProblem(name, taken) : undefined
  return {
    ...(wrong !== undefined && { name: wrong }),
    ...(isTried && text.trim() === '' && { text: 'Required.' }),
  }
}

export const isEmpty = (problems: Problems): boolean => Object.keys(problems).length === 0
