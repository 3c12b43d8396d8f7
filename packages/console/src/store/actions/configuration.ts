import { createEffect, createRoot } from 'solid-js'
import type {
  ConfigScope,
  Configuration,
  ConfigurationChange,
  ConfigurationSaved,
  SettingsText,
  SettingsTextChange,
  SettingsTextSaved,
} from '../../../shared/configuration.ts'
import { ask } from '../../sdk/host.ts'
import { ProblemError } from '../../sdk/problem.ts'
import type { Model } from '../model.ts'
import { isIdleIn, runningIn } from '../running-in.ts'
import type { SessionActions } from './sessions.ts'

/** Whose configuration. */
export interface ConfigurationPlace {
  serverId: string
  scope: ConfigScope
  /** Empty: no project's, but everybody's. */
  directory: string
}

export type SettingChange = Omit<ConfigurationChange, 'scope'>

/** How long sessions may take to stop. Milliseconds. */
const STOP_MS = 20_000
/** From the engine's answer to its word that the folder has been put away; where nothing changed that does not come. Milliseconds. */
const SETTLE_MS = 3000

export interface ConfigurationActions {
  read(this: void, place: ConfigurationPlace): Promise<Configuration>
  /**
   * Writes settings, all or none. That ends what runs there: `stops` says that this is meant, and those sessions are stopped before, for the engine loses prompts that
   * come after a turn which it has ended itself. Prompts of the folder wait until it is done. Throws `ProblemError`: then nothing was written, but
   * where it says that nobody knows.
   */
  save(
    this: void,
    place: ConfigurationPlace,
    change: SettingChange,
    stops: boolean,
  ): Promise<ConfigurationSaved>
  /**
   * Does what ends everything that runs there, as `save` does: keys are such a thing, and files of agents. `status: 'saved'` of what it answers says
   * that it was done.
   */
  interrupt<Done extends { status: string }>(
    this: void,
    place: ConfigurationPlace,
    stops: boolean,
    write: () => Promise<Done>,
  ): Promise<Done>
  /** A file as it is written. */
  readText(this: void, place: ConfigurationPlace, path: string): Promise<SettingsText>
  /** Writes a whole file, as `save` does. `ends`: what runs of that scope ends. */
  saveText(
    this: void,
    place: ConfigurationPlace,
    ends: ConfigScope,
    change: SettingsTextChange,
    stops: boolean,
  ): Promise<SettingsTextSaved>
}

export function makeConfigurationActions(
  model: Model,
  sessions: Pick<SessionActions, 'stop'>,
): ConfigurationActions {
  /** Nobody works there while it is written, and prompts wait. */
  async function whileIdle<Saved extends { status: string }>(
    place: ConfigurationPlace,
    stops: boolean,
    write: () => Promise<Saved>,
  ): Promise<Saved> {
    const { serverId } = place
    const end = model.holds.begin(serverId, heldBy(place))
    try {
      await makeIdle(model, place, stops ? sessions : undefined)
      const before = disposalsOf(model, serverId)
      const saved = await write()
      const isSettled = () => disposalsOf(model, serverId) > before
      if (saved.status === 'saved') await until(isSettled, SETTLE_MS)
      return saved
    } finally {
      end()
    }
  }
  return {
    interrupt: whileIdle,
    read: ({ serverId, scope, directory }) => ask('configuration', { server: serverId, scope, directory }),
    save: (place, change, stops) =>
      whileIdle(place, stops, () =>
        ask('changeConfiguration', where(place), { ...change, scope: place.scope }),
      ),
    readText: ({ serverId, directory }, path) => ask('settingsFile', { server: serverId, directory, path }),
    saveText: (place, ends, change, stops) =>
      whileIdle({ ...place, scope: ends }, stops, () => ask('changeSettingsFile', where(place), change)),
  }
}

const where = ({ serverId, directory }: ConfigurationPlace) => ({ server: serverId, directory })

/** A change of the global configuration ends what runs in every folder. */
export const heldBy = ({
  scope,
  directory,
}: Pick<ConfigurationPlace, 'scope' | 'directory'>): string | undefined =>
  scope === 'global' ? undefined : directory

async function makeIdle(
  model: Model,
  place: ConfigurationPlace,
  sessions: Pick<SessionActions, 'stop'> | undefined,
): Promise<void> {
  const { serverId } = place
  const server = () => model.state.servers[serverId]
  const running = () => runningIn(server(), heldBy(place))
  if (!sessions && !isIdleIn(server(), heldBy(place)))
    throw new ProblemError({ code: 'busy', message: `${whyBusy(running().length > 0)} Nothing was saved.` })
  if (sessions) await Promise.all(running().map(({ id }) => sessions.stop({ serverId, sessionId: id })))
  if (!(await until(() => running().length === 0, STOP_MS)))
    throw new ProblemError({ code: 'busy', message: 'Not every session has stopped. Nothing was saved.' })
}

const whyBusy = (isKnown: boolean) =>
  isKnown ? 'A session has begun to work there.' : 'Which sessions work there is not known yet.'

const disposalsOf = (model: Model, serverId: string) => model.state.servers[serverId]?.disposals ?? 0

/** Whether it came true in time. `isTrue` is reactive. */
function until(isTrue: () => boolean, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    createRoot((dispose) => {
      const end = (came: boolean) => {
        clearTimeout(timer)
        dispose()
        resolve(came)
      }
      const timer = setTimeout(() => end(false), ms)
      createEffect(() => isTrue() && end(true))
    })
  })
}
