/** PURE: what is a secret by its name, or by how it looks. */

/** Wherever they stand in a name: `secretAccessKey`, `X-Auth-Password`. */
const ALWAYS = new Set(
  'secret secrets password passwd passphrase pwd apikey authorization bearer cookie cookies credential credentials jwt'.split(
    ' ',
  ),
)
/** At the end of a name: `apiKey` and `access_token`, and neither `keyId` nor `tokenUrl`. */
const LAST = new Set('key token auth authtoken pass pat sig signature access refresh'.split(' '))
/** What is said about a secret is none. */
const ABOUT = new Set(
  (
    'url uri endpoint path file name type env limit expires domain provider audience issuer algorithm helper store mount ' +
    'project'
  ).split(' '),
)
/** Keys of other kinds: of texts, of caches. */
const OTHER_KEYS = new Set('note label header question description cache primary foreign public'.split(' '))

/** Written together with what is before it. */
const JOINED =
  /.(token|secret|passw(or)?d|passphrase|apikey|accesskey|secretkey|privatekey|credentials?|cookies?)$|^(private|access|secret)key$|^sshpass$/
/** Said of other things, too, where they stand at the beginning: `SECRET_SANTA`, `COOKIE_PREFIX`. */
const ALSO_OTHERS = new Set('secret secrets cookie cookies credential credentials jwt'.split(' '))

export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  return endsAsSecret(words) || (!isAbout(words) && words.some((word) => ALWAYS.has(word)))
}

/** What a process has by this name is a secret. Many programs choose their names, and are told apart by what stands there. */
export function isSecretVariable(name: string, value: string): boolean {
  const words = wordsOf(name)
  if (!isSecretName(name)) return false
  return (
    endsAsSecret(words) ||
    words.some((word) => ALWAYS.has(word) && !ALSO_OTHERS.has(word)) ||
    looksLikeKey(value)
  )
}

/** `accesstoken`, `PGPASSWORD`. */
export function isJoinedSecret(word: string): boolean {
  return JOINED.test(word)
}

function endsAsSecret(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (isAbout(words)) return false
  return LAST.has(last) || ALWAYS.has(last) || isJoinedSecret(last)
}

function isAbout(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return ABOUT.has(last) || (last === 'key' && OTHER_KEYS.has(words.at(-2) ?? ''))
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)

/** As services make them; `npm-check-updates` and `skeleton-generator` are none. */
const PREFIXED =
  /^(sk[-_]|[pr]k_|gh[oprsu]_|glpat-|github_pat_|xox[abeprs]-|hf_|npm_|gsk_|AKIA|ASIA|AIza|eyJ)[\w.~+/=-]{12,}$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Made by a machine to be guessed by nobody: long without a gap, letters and digits mixed. Names, models, dates and paths are not. */
export function looksLikeKey(text: string): boolean {
  if (text.length < 16 || text.length > 4096 || !/^[\w.~+/=:-]+$/.test(text)) return false
  if (PREFIXED.test(text) || UUID.test(text)) return true
  return text.split(/[-_.:/~]/).some((run) => run.length >= 16 && changes(run) >= 3)
}

/** Whether a service makes its keys so, and nobody anything else. */
export function isKnownKey(text: string): boolean {
  return text.length <= 4096 && PREFIXED.test(text)
}

/** A commit, a UUID, a checksum: keys look so too. */
export function looksLikeHash(text: string): boolean {
  return /^[\da-f-]+$/i.test(text)
}

/** How often it changes between letters and digits. */
function changes(run: string): number {
  return run.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0
}

/** What the engine calls its sessions, messages, parts and so on by. */
const ENGINE_ID = /^(ses|msg|prt|per|pty|que|evt|sug|wrk|job|tool|call|toolu)_/
const ADDRESS_OR_PATH = /^([/~.]|[a-z]:\\|[a-z][a-z\d+.-]*:\/\/)/i
/** One in 64 begins as a path does. */
const BASE64_FROM_SLASH = /^\/[A-Za-z\d+/]{30,4096}={0,2}$/

/** Folders that are called by a number or a checksum have letters of one kind. */
function isBase64Key(text: string): boolean {
  const isMixed = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && changes(run) >= 3
  return BASE64_FROM_SLASH.test(text) && text.split('/').some((run) => run.length >= 16 && isMixed(run))
}

/**
 * Long and odd enough to be hidden wherever it stands, and nothing that a text says besides: `ollama` as a key is hidden in its place alone, and so is what
 * has gaps, as commands have.
 */
export function isTelling(secret: string): boolean {
  if (secret.length < 8 || secret.length > 16_384 || /\s/.test(secret)) return false
  if (ENGINE_ID.test(secret) || (ADDRESS_OR_PATH.test(secret) && !isBase64Key(secret))) return false
  return secret.length >= 16 || (/\d/.test(secret) && /[a-z]/i.test(secret))
}
