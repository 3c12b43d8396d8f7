/** PURE: which names say that what stands below them is a secret: more than elsewhere, for what is hidden here is only not shown. */
import { isJoinedSecret, isSecretName as isSecret } from '@kilo-console/engine/secrets/looks'

/** Wherever they stand in a name: `keyId`, `auth-scheme`. */
const WORDS = new Set('key keys token tokens auth pass pat'.split(' '))

/** All that stands below may be one. */
const HOLDERS = new Set(['header', 'headers', 'env', 'environment'])

/** Names that have one of those words, and mean something else. */
const NO_SECRETS = new Set(['headerTimeout'])

export function isSecretName(name: string): boolean {
  return isSecret(name) || wordsOf(name).some((word) => WORDS.has(word) || isJoinedSecret(word))
}

export function holdsSecrets(name: string): boolean {
  return isSecretName(name) || (!NO_SECRETS.has(name) && wordsOf(name).some((word) => HOLDERS.has(word)))
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
