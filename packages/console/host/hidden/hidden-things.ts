/** Which models and agents are hidden: one 0600 file of the host's, so that every browser leaves out the same. */
import * as v from 'valibot'
import { changeHidden, NOTHING_HIDDEN, type Hidden, type HiddenChange } from '../../shared/hidden.ts'
import { HttpProblem } from '../http/problem.ts'
import { openStore, type StorePlace } from '../store/store.ts'

/** As many as all providers together have, in half of what a store may be. */
const MOST = 5000
const MOST_TEXT = 512 * 1024

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1025))
const names = v.pipe(v.array(name), v.maxLength(MOST))
const schema: v.GenericSchema<unknown, Hidden> = v.object({ models: names, agents: names })

const changeSchema: v.GenericSchema<unknown, HiddenChange> = v.strictObject({
  kind: v.picklist(['models', 'agents']),
  name,
  hidden: v.boolean(),
})

export interface HiddenThings {
  value(): Hidden
  /** Answers the whole of it. Throws 400 `bad-hidden`, 409 `too-many-hidden`, and when it cannot be written: then it counts as long as the host runs. */
  change(change: unknown): Promise<Hidden>
}

/** `changed` hears of every change. */
export async function openHidden(
  place: StorePlace,
  changed: (hidden: Hidden) => void,
): Promise<HiddenThings> {
  const store = await openStore<Hidden>({
    ...place,
    schema,
    migrations: [(content) => content],
    empty: NOTHING_HIDDEN,
  })
  return {
    value: () => store.value(),
    async change(change) {
      const { success, output } = v.safeParse(changeSchema, change, { abortEarly: true })
      if (!success) throw new HttpProblem(400, 'bad-hidden', 'There is nothing like that to hide.')
      const next = changeHidden(store.value(), output)
      if (output.hidden && isTooMuch(next))
        throw new HttpProblem(409, 'too-many-hidden', 'So many are hidden already. Show some first.')
      const written = store.set(next)
      changed(next)
      await written
      return store.value()
    },
  }
}

const isTooMuch = ({ models, agents }: Hidden): boolean =>
  Math.max(models.length, agents.length) > MOST || [...models, ...agents].join('').length > MOST_TEXT
