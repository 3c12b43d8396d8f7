import type { McpState } from '@kilo-console/engine/edge/mcp'
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { awaitMcpLogin } from '../../../../sdk/settings/mcp.ts'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { useConsole } from '../../../../store/context.ts'

/** So long the engine may take to find out that it can open no browser. */
const OPEN_MS = 4000

export interface Awaited {
  /** The engine waits for who comes back. */
  isAwaited: Accessor<boolean>
  /** It seems to have opened the page in a browser of its own machine. */
  isElsewhere: Accessor<boolean>
  begin(this: void): void
  end(this: void): void
}

interface Told {
  /** Where to log in, that the engine could show to nobody. */
  onPage: (url: string) => void
  onState: (state: McpState) => void
  onFailure: (error: unknown) => void
}

/** A login whose end the engine waits for. It ends here with its owner; the engine forgets it after five minutes. */
export function createAwaited(place: ConfigurationPlace, name: string, told: Told): Awaited {
  const [own, setOwn] = createSignal<AbortController>()
  const [isElsewhere, setElsewhere] = createSignal(false)
  const heard = createHeardPage(place, name)
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    own()?.abort()
    clearTimeout(timer)
    setOwn()
    setElsewhere(false)
  }
  const begin = () => {
    end()
    const mine = new AbortController()
    setOwn(mine)
    heard.forget()
    timer = setTimeout(() => setElsewhere(true), OPEN_MS)
    // What comes after its end is of no interest, and nobody's failure.
    const whileMine =
      <Value>(tell: (value: Value) => void) =>
      (value: Value) => {
        if (mine.signal.aborted) return
        end()
        tell(value)
      }
    awaitMcpLogin(place, name, mine.signal).then(whileMine(told.onState), whileMine(told.onFailure))
  }
  createEffect(() => {
    const url = own() && heard.url()
    if (url === undefined) return
    clearTimeout(timer)
    setElsewhere(false)
    told.onPage(url)
  })
  onCleanup(end)
  return { isAwaited: () => own() !== undefined, isElsewhere, begin, end }
}

/** The page of this login, as the engine tells it where it can’t open one. */
function createHeardPage({ serverId, directory }: ConfigurationPlace, name: string) {
  const { state } = useConsole()
  const [after, setAfter] = createSignal(0)
  const last = () => state.servers[serverId]?.loginPage
  return {
    /** Those of logins before. */
    forget: () => setAfter(last()?.seq ?? 0),
    url: () => {
      const heard = last()
      const isOurs = heard?.mcpName === name && (directory === '' || heard.directory === directory)
      return isOurs && heard.seq > after() ? heard.url : undefined
    },
  }
}
