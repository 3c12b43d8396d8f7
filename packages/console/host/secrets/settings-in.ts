/** PURE: what a text of settings says, as far as it can be read, for whoever looks for secrets in it. */
import { parse } from 'jsonc-parser'
import { isReference } from '@kilo-console/engine/secrets/hidden'
import { isSecretName } from '@kilo-console/engine/secrets/looks'

/** Of a longer one only what is called a secret is known: each value in it is looked at. */
const MOST_LETTERS = 1 << 18

/** Never throws. As configuration: redacted, all of it is found. */
export function settingsIn(text: string): unknown {
  return [parsed(text), { secrets: literalsIn(text) }]
}

function parsed(text: string): unknown {
  try {
    return text.length > MOST_LETTERS ? undefined : parse(text, [], { allowTrailingComma: true })
  } catch {
    // Nested so deeply that no recursion reaches its end.
    return undefined
  }
}

/** What is called a secret, though the text be broken: the engine tells of such a file no more than its text. */
export function literalsIn(text: string): string[] {
  return [...text.matchAll(/"([\w.-]{1,100})"\s*:\s*("(?:[^"\\\n]|\\.)*")/g)].flatMap(
    ([, name = '', quoted = '']) => (isSecretName(name) && !isReference(quoted) ? [unquoted(quoted)] : []),
  )
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}
