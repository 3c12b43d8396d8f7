import { publicState, type EngineState, type Ensured } from '@kilo-console/daemon'
import { line } from './format.ts'
import type { Report } from './print.ts'

/** What `start` and `restart` say: never the state itself, which holds the password. */
export function reportEnsured(title: string, result: Ensured<EngineState>): Report {
  const { state, started, replaced, reason } = result
  const did = replaced ? 'replaced' : started ? 'started' : 'already running'
  const why = replaced || !started ? reason : undefined
  return {
    json: { ...result, state: publicState(state) },
    text: [line(`${title} ${did}`, `pid ${state.pid}`, state.url, state.version, why)],
  }
}
