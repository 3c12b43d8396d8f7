/** For tests: what somebody may make of JSON that was right. */
import fc from 'fast-check'

type Json = unknown
type Bag = Record<string, Json>

/** Values that a key never has. Functions, so that large ones live no longer than the case that they are in. */
const ODD: (() => Json)[] = [
  () => null,
  () => 0,
  () => -1,
  () => 1e308,
  () => 9e15,
  () => true,
  () => '',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '\0\u001B[31m\uD800\u202E',
  () => '𝒳'.repeat(20_000),
  () => 'x'.repeat(300_000),
  () => [],
  () => ({}),
  () => [null],
  () => Array.from({ length: 20_000 }, () => 0),
  () => Array.from({ length: 3000 }, (_, at) => ({ id: `x${at}` })),
  () => nested(40),
  () => nested(5000),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as Json,
]

function nested(depth: number): Json {
  let value: Json = []
  for (let at = 0; at < depth; at += 1) value = [value]
  return value
}

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '\0', 'id', 'type']

interface Change {
  /** Which of all places, counted through. */
  place: number
  act: 'drop' | 'replace' | 'rename' | 'swap' | 'double' | 'grow'
  odd: number
}

/** One to three changes, each at some place. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    place: fc.nat(10_000),
    act: fc.constantFrom('drop', 'replace', 'replace', 'replace', 'rename', 'swap', 'double', 'grow'),
    odd: fc.nat(10_000),
  }),
  { minLength: 1, maxLength: 3 },
)

/** A copy of `value`, changed. */
export function mutated(value: Json, made: readonly Change[]): Json {
  const copy = copyOf({ root: value }) as { root: Json }
  for (const change of made) {
    try {
      apply(copy, change)
    } catch (error) {
      // What is nested too deeply to be copied is strange enough.
      if (!(error instanceof RangeError)) throw error
    }
  }
  return copy.root
}

/** JSON in, JSON out: a value that is absent stays absent. */
function copyOf(value: Json): Json {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json)
}

function apply(root: Bag, { place, act, odd }: Change): void {
  const places = placesOf(root)
  const [owner, key] = places[place % places.length] ?? [root, 'root']
  const strange = ODD[odd % ODD.length]?.()
  if (act === 'drop') delete owner[key]
  else if (act === 'replace') owner[key] = strange
  else if (act === 'rename') {
    define(owner, KEYS[odd % KEYS.length] ?? '', owner[key])
    delete owner[key]
  } else if (act === 'swap') {
    const [other, otherKey] = places[odd % places.length] ?? [root, 'root']
    owner[key] = copyOf(other[otherKey])
  } else if (act === 'double') owner[key] = [owner[key], copyOf(owner[key])]
  else define(owner, KEYS[odd % KEYS.length] ?? '', strange)
}

/** As JSON.parse does it: `__proto__` is a key like any other. */
function define(owner: Bag, key: string, value: Json): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true })
}

function placesOf(root: Bag): [Bag, string][] {
  const found: [Bag, string][] = []
  const queue: Bag[] = [root]
  for (const owner of queue) {
    for (const key of Object.keys(owner)) {
      found.push([owner, key])
      const value = owner[key]
      if (typeof value === 'object' && value !== null && found.length < 2000) queue.push(value as Bag)
    }
  }
  return found
}

/** JSON.stringify is recursive; what is nested deeper than it can go is a text of its own. */
export function encode(value: Json): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  }
}
