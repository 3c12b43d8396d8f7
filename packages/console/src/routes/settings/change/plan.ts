import type { ConfigurationSaved, FieldChange } from '../../../../shared/configuration.ts'
import { ProblemError, toProblem } from '../../../sdk/problem.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../store/actions/configuration.ts'
import type { WantedSave } from '../../../store/actions/late-saves.ts'
import { lateSettings, standingIn } from '../../../store/actions/late-settings.ts'
import type { Reading } from '../configuration/create-reading.ts'

/** `conflict`: its file is another one by now, and nothing was written. */
export type Outcome = { status: 'saved' } | Extract<ConfigurationSaved, { status: 'conflict' }>

/** Something to be saved that ends what runs, now or when nobody works. */
export interface Plan {
  /** What ends. */
  place: ConfigurationPlace
  /** What it is, as somebody would say that it was saved: "Acme". */
  title: string
  /** @param over what the file was found to be by a save before; absent: what was read. Throws `ProblemError`. */
  save(stops: boolean, over?: Extract<Outcome, { status: 'conflict' }>): Promise<Outcome>
  later(): WantedSave
}

interface SettingsPlan {
  place: ConfigurationPlace
  reading: Reading
  changes: FieldChange[]
  title: string
}

/** Settings, into their file. */
export function planSettings(
  actions: Pick<ConfigurationActions, 'read' | 'save'>,
  { place, reading, changes, title }: SettingsPlan,
): Plan {
  const read = reading.value()
  return {
    place,
    title,
    async save(stops, over) {
      const target = over?.target ?? read?.target
      if (!target)
        throw new ProblemError({
          code: 'broken',
          message: 'Its file can’t be read: nothing was written.',
        })
      const { path, revision } = target
      const saved = await actions.save(place, { changes, expected: { path, revision } }, stops)
      if (saved.status === 'saved') await reading.refresh()
      return saved
    },
    later: () =>
      lateSettings(actions, { place, changes, title, before: read ? standingIn(read, changes) : [] }),
  }
}

interface OtherPlan {
  place: ConfigurationPlace
  /** Which thing it is: a later save of the same one takes its place. */
  name: string
  title: string
  /** Throws where nothing was written. */
  write: () => Promise<void>
}

/** Anything else that ends what runs: a key, a file of an agent. */
export function planOther(
  { interrupt }: Pick<ConfigurationActions, 'interrupt'>,
  { place, name, title, write }: OtherPlan,
): Plan {
  const save = (stops: boolean) =>
    interrupt(place, stops, async () => {
      await write()
      return { status: 'saved' } as const
    })
  return {
    place,
    title,
    save,
    later: () => ({ place, name, title, save: async () => void (await save(false)) }),
  }
}

/** One behind the other, with nobody at work in between: of a conflict nothing of the second is written. */
export function planBoth(
  { interrupt }: Pick<ConfigurationActions, 'interrupt'>,
  first: Plan,
  second: Plan,
): Plan {
  const place = second.place.scope === 'global' ? second.place : first.place
  async function writeSecond(): Promise<void> {
    try {
      await second.save(false)
    } catch (error) {
      const { code, message } = toProblem(error)
      throw new ProblemError({
        code,
        message: `${first.title} was saved. ${second.title} was not: ${message}`,
      })
    }
  }
  return {
    place,
    title: first.title,
    save: (stops, over) =>
      interrupt(place, stops, async () => {
        const saved = await first.save(false, over)
        if (saved.status === 'saved') await writeSecond()
        return saved
      }),
    later() {
      const [one, other] = [first.later(), second.later()]
      let isWritten = false
      // Tried again after a failure, the first is not laid over what it has written itself.
      const save = async () => {
        if (!isWritten) await one.save()
        isWritten = true
        await other.save()
      }
      return { place, name: one.name, title: one.title, save }
    },
  }
}
