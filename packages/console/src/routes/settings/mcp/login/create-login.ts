import type { McpState } from '@kilo-console/engine/edge/mcp'
import { createSignal, type Accessor } from 'solid-js'
import { beginMcpLogin, finishMcpLogin } from '../../../../sdk/settings/mcp.ts'
import { ProblemError, toProblem } from '../../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { createAwaited, type Awaited } from './create-awaited.ts'
import { loginPage, readCallback, type LoginPage } from './read-callback.ts'

export interface Login extends Pick<Awaited, 'isAwaited' | 'isElsewhere'> {
  /** Where to log in; undefined: not known here. */
  page: Accessor<LoginPage | undefined>
  isFinishing: Accessor<boolean>
  problem: Accessor<string | undefined>
  /** Begins another one, whose page is told here, and whose code has to be given. */
  beginHere(this: void): Promise<void>
  restart(this: void): void
  /** With a code, or the address that one came to. */
  finish(this: void, text: string): Promise<void>
}

/** A login to one MCP server. */
export function createLogin(place: ConfigurationPlace, name: string, onDone: () => void): Login {
  const [page, setPage] = createSignal<LoginPage>()
  const [isFinishing, setFinishing] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()
  const fail = (error: unknown) => setProblem(wordsFor(error))
  const settle = ({ status, error }: McpState) => {
    if (status === 'connected') onDone()
    else setProblem(error ?? 'The server didn’t take it. Log in again: a code works once.')
  }
  const show = (url: string) => {
    setPage(loginPage(url))
    setProblem(page() ? undefined : STRANGE)
  }
  const awaited = createAwaited(place, name, { onPage: show, onState: settle, onFailure: fail })
  const restart = () => {
    setProblem()
    setPage()
    awaited.begin()
  }
  async function beginHere(): Promise<void> {
    awaited.end()
    setProblem()
    await beginMcpLogin(place, name).then(({ authorizationUrl }) => show(authorizationUrl), fail)
  }
  async function finish(text: string): Promise<void> {
    const given = readCallback(text, page()?.state)
    if ('problem' in given) return void setProblem(given.problem)
    setProblem()
    setFinishing(true)
    await finishMcpLogin(place, name, given.code).then(settle, fail)
    setFinishing(false)
  }
  restart()
  const { isAwaited, isElsewhere } = awaited
  return { page, isElsewhere, isAwaited, isFinishing, problem, beginHere, restart, finish }
}

const STRANGE = 'The server names a page to log in at that is no web page. It is not opened.'

function wordsFor(error: unknown): string {
  const status = error instanceof ProblemError ? error.status : undefined
  if (status === 400) return 'It has no login by browser. It may want a header with a key: edit it.'
  if (status === 500)
    return 'It doesn’t say where to log in. It may want a client ID, or a header with a key: edit it.'
  return toProblem(error).message
}
