/** PURE: what stands in the place of a secret. The host knows which one it was, and puts it back where it is written. */

const MARK = /\{hidden:([\da-f]{12})\}/g
const REFERENCE = /\{(?:env|file):[^{}]+\}/g

export function markOf(id: string): string {
  return `{hidden:${id}}`
}

export function holdsMark(text: string): boolean {
  return text.includes('{hidden:')
}

/** Each mark replaced by what `secretOf` says. */
export function replaceMarks(text: string, secretOf: (id: string) => string): string {
  return holdsMark(text) ? text.replace(MARK, (_, id: string) => secretOf(id)) : text
}

/** `{env:NAME}` and `{file:path}` with no secret beside them: `Bearer {env:TOKEN}` says where the secret is, and not what it is. */
export function isReference(text: string): boolean {
  const rest = text.replace(REFERENCE, '')
  return rest.length < text.length && rest.length <= 12
}

/** The names of the variables that a text refers to. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{env:([^{}]+)\}/g)].map(([, name]) => name ?? ''))]
}

/** The files that a text refers to, as they are written. */
export function filesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{file:([^{}]+)\}/g)].map(([, path]) => path ?? ''))]
}
