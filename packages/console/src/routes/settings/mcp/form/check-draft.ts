/** PURE: what is wrong with what stands in the form, field by field, in words. */
import { isUsed, type Draft, type Pair } from './draft.ts'
import { readWords } from './words.ts'

export type Field =
  | 'name'
  | 'command'
  | 'environment'
  | 'url'
  | 'headers'
  | 'clientId'
  | 'clientSecret'
  | 'scope'
  | 'timeout'

export type Problems = Partial<Record<Field, string>>

interface Around {
  scope: 'global' | 'project'
  /** Names that others have; absent: its name stays as it is. */
  taken?: readonly string[] | undefined
}

export function checkDraft(draft: Draft, { scope, taken }: Around): Problems {
  const isLocal = draft.kind === 'local'
  const checks: (readonly [Field, string | undefined])[] = [
    ['name', taken && nameProblem(draft.name.trim(), taken)],
    ['timeout', timeoutProblem(draft.timeout.trim())],
    ...(isLocal
      ? ([
          ['command', commandProblem(draft.command)],
          ['environment', pairsProblem(draft.environment, variableProblem)],
        ] as const)
      : ([
          ['url', urlProblem(draft.url.trim())],
          ['headers', pairsProblem(draft.headers, headerProblem)],
          [
            'clientSecret',
            draft.clientSecret.trim() !== '' && draft.clientId.trim() === '' ? SECRET_ALONE : undefined,
          ],
        ] as const)),
  ]
  const found = checks.filter(([, problem]) => problem !== undefined)
  return {
    ...(scope === 'project' && referenceProblems(draft)),
    ...lengthProblems(draft),
    ...Object.fromEntries(found),
  }
}

const SECRET_ALONE = 'A secret belongs to a client ID.'

function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give it a name.'
  if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(name))
    return 'A name has letters, digits, - and _, at most 64, and begins with a letter or a digit.'
  return taken.includes(name) ? 'Another server has this name.' : undefined
}

function timeoutProblem(seconds: string): string | undefined {
  if (seconds === '') return undefined
  const value = Number(seconds)
  return value >= 0.1 && value <= 3600 ? undefined : 'Seconds, from 0.1 to 3600.'
}

function commandProblem(command: string): string | undefined {
  const read = readWords(command)
  if ('problem' in read) return read.problem
  return read.words.length === 0 || read.words[0] === ''
    ? 'Give the program, and its arguments behind it.'
    : undefined
}

/** What is filled in later may stand anywhere. */
const REFERENCES = /\{(env|file|hidden):[^{}]*\}/g

function urlProblem(address: string): string | undefined {
  if (address === '') return 'Give its address.'
  const filled = address.replaceAll(REFERENCES, 'x')
  if (!URL.canParse(filled) || !/^https?:\/\//i.test(filled))
    return 'An address begins with https:// or http://.'
  const { username, password } = new URL(filled)
  return username + password === '' ? undefined : 'A login can’t stand in the address. Send it in a header.'
}

type PairCheck = (pair: Pair) => string | undefined

function pairsProblem(pairs: readonly Pair[], check: PairCheck): string | undefined {
  const used = pairs.filter(isUsed).map(({ name, value }) => ({ name: name.trim(), value }))
  for (const pair of used) {
    const problem = check(pair)
    if (problem) return problem
  }
  const double = used.find(({ name }, at) =>
    used.some((other, place) => place < at && other.name.toLowerCase() === name.toLowerCase()),
  )
  return double && `${double.name} stands here twice.`
}

const variableProblem: PairCheck = ({ name, value }) => {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `“${name}” can’t be the name of a variable.`
  return value.includes('\0') ? `The value of ${name} has a character that no variable can have.` : undefined
}

const headerProblem: PairCheck = ({ name, value }) => {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `“${name}” can’t be the name of a header.`
  if (value === '') return `Give ${name} a value.`
  return /^[\t\u0020-\u007e\u00a0-\u00ff]*$/.test(value)
    ? undefined
    : `The value of ${name} has characters that no header can have.`
}

const MOST_TEXT = 10_000

const textsOf = (draft: Draft): [Field, string[]][] => [
  ['command', [draft.command]],
  ['environment', draft.environment.flatMap(({ name, value }) => [name, value])],
  ['url', [draft.url]],
  ['headers', draft.headers.flatMap(({ name, value }) => [name, value])],
  ['clientId', [draft.clientId]],
  ['clientSecret', [draft.clientSecret]],
  ['scope', [draft.scope]],
]

const lengthProblems = (draft: Draft): Problems =>
  Object.fromEntries(
    textsOf(draft)
      .filter(([, texts]) => texts.some(({ length }) => length > MOST_TEXT))
      .map(([field]) => [field, `This is too long: at most ${MOST_TEXT} characters.`]),
  )

/** The engine passes over a whole file of a project that has one. */
const referenceProblems = (draft: Draft): Problems =>
  Object.fromEntries(
    textsOf(draft)
      .filter(([, texts]) => texts.some((each) => /\{env:/.test(each)))
      .map(([field]) => [
        field,
        'A project’s file must not refer to the environment: Kilo would pass over all of it. Save it for all projects.',
      ]),
  )

/** Variables that the form refers to: `{env:NAME}`. */
export function namesUsed(draft: Draft): string[] {
  const all = textsOf(draft).flatMap(([, texts]) => texts)
  return [
    ...new Set(
      all.flatMap((each) => [...each.matchAll(/\{env:([A-Za-z_]\w*)\}/g)].map(([, name = '']) => name)),
    ),
  ]
}
