import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import type { CheckReport, ProviderCheck } from '../../../../shared/provider-check.ts'
import { settingsHost } from '../../../sdk/settings/settings-host.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { announce } from '../../../ui/announce.tsx'
import { verdict } from './check-text.ts'

export interface Check {
  isRunning: Accessor<boolean>
  report: Accessor<CheckReport | undefined>
  /** Why there is none. */
  problem: Accessor<Problem | undefined>
  run(this: void, check: Promise<ProviderCheck> | ProviderCheck): Promise<void>
  /** Nothing of it is left on the server. */
  cancel(this: void): void
}

/** Checks a provider, one time after the other; ends with the view. */
export function createCheck(of: Accessor<{ server: string; provider: string; directory: string }>): Check {
  const [running, setRunning] = createSignal<AbortController>()
  const [report, setReport] = createSignal<CheckReport>()
  const [problem, setProblem] = createSignal<Problem>()
  const cancel = () => {
    running()?.abort()
    setRunning(undefined)
  }
  onCleanup(cancel)
  async function run(check: Promise<ProviderCheck> | ProviderCheck): Promise<void> {
    if (running()) return
    const controller = new AbortController()
    setRunning(controller)
    setReport(undefined)
    setProblem(undefined)
    try {
      const told = await settingsHost.checkProvider(of(), await check, controller.signal)
      if (controller.signal.aborted) return
      setReport(told)
      announce(verdict(told))
    } catch (error) {
      if (!controller.signal.aborted) setProblem(toProblem(error))
    } finally {
      if (running() === controller) setRunning(undefined)
    }
  }
  return { isRunning: () => running() !== undefined, report, problem, run, cancel }
}
