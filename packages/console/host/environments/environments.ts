/** What terminals of a project get into their environment: one 0600 file of the host's. What is in a variable goes to the engine alone. */
import * as v from 'valibot'
import {
  environmentLimits,
  wrongName,
  wrongValue,
  type EnvironmentChange,
  type TerminalEnvironment,
} from '../../shared/terminal-environment.ts'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

const MOST_PLACES = 500
/** Of all places together, in half of what a store may be. */
const MOST_TEXT = 512 * 1024

interface Variable {
  name: string
  value: string
}

interface Stored {
  /** `of`: a project, or a folder that is in none. */
  places: { of: string; variables: Variable[] }[]
}

const name = v.pipe(
  v.string(),
  v.check((text) => !wrongName(text)),
)
const value = v.pipe(
  v.string(),
  v.check((text) => !wrongValue(text)),
)
const schema: v.GenericSchema<unknown, Stored> = v.object({
  places: v.pipe(
    v.array(
      v.object({
        of: v.string(),
        variables: v.pipe(v.array(v.object({ name, value })), v.maxLength(environmentLimits.variables)),
      }),
    ),
    v.maxLength(MOST_PLACES),
  ),
})

const changeSchema: v.GenericSchema<unknown, EnvironmentChange> = v.strictObject({
  name,
  value: v.nullable(value),
})

export interface Environments {
  /** There is something for anybody: else nobody has to ask whose a folder is. */
  isEmpty(): boolean
  /** For the engine alone. */
  of(place: string): Record<string, string>
  names(place: string): TerminalEnvironment
  /** Throws 400 `bad-variable`, 409 `too-many-variables`, and when it cannot be written: then it counts as long as the host runs. */
  change(place: string, change: unknown): Promise<TerminalEnvironment>
}

export async function openEnvironments(place: StorePlace): Promise<Environments> {
  const store = await openStore<Stored>({
    ...place,
    schema,
    migrations: [(content) => content],
    empty: { places: [] },
  })
  const variablesOf = (of: string) => store.value().places.find((one) => one.of === of)?.variables ?? []
  const names = (of: string) => ({ names: variablesOf(of).map((one) => one.name) })
  return {
    isEmpty: () => store.value().places.length === 0,
    of: (of) => Object.fromEntries(variablesOf(of).map((one) => [one.name, one.value])),
    names,
    async change(of, change) {
      const { success, output } = v.safeParse(changeSchema, change, { abortEarly: true })
      if (!success) throw new HttpProblem(400, 'bad-variable', 'This can be no variable of a terminal.')
      const next = changed(store.value(), of, output)
      if (output.value !== null && isTooMuch(next, of))
        throw new HttpProblem(409, 'too-many-variables', 'There are so many already. Remove some first.')
      await store.set(next)
      return names(of)
    },
  }
}

/** PURE. */
function changed({ places }: Stored, of: string, change: EnvironmentChange): Stored {
  const before = places.find((one) => one.of === of)?.variables ?? []
  const others = before.filter((one) => one.name !== change.name)
  const variables = change.value === null ? others : [...others, { name: change.name, value: change.value }]
  const rest = places.filter((one) => one.of !== of)
  if (variables.length === 0) return { places: rest }
  return { places: [...rest, { of, variables: variables.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }] }
}

function isTooMuch({ places }: Stored, of: string): boolean {
  const here = places.find((one) => one.of === of)?.variables ?? []
  return (
    here.length > environmentLimits.variables ||
    places.length > MOST_PLACES ||
    JSON.stringify(places).length > MOST_TEXT
  )
}
