/** What a session does now, in words. Pure. */
import { verbOf } from '../../shared/roster/tool-steps.ts'
import type { CurrentStep } from '../store/current-step.ts'
import { oneLine, titleOfSession } from './entry-text.ts'

/** After which a tool that says nothing is worth a word. Milliseconds. */
const SILENT_MS = 60_000

/** "Editing src/auth.ts", "explore: Reading README.md", "Running npm test · no output for 2 min". `now`: Unix milliseconds of the host. */
export function textOfStep({ running, by }: CurrentStep, now: number): string {
  const who = by ? `${oneLine(by.agent ?? titleOfSession(by))}: ` : ''
  return who + textOfRunning(running, now)
}

function textOfRunning(running: CurrentStep['running'], now: number): string {
  switch (running?.kind) {
    case undefined:
      return 'Waiting for the model'
    case 'thinking':
      return 'Thinking'
    case 'writing':
      return 'Writing'
    case 'tool': {
      const what = oneLine(`${verbOf(running.tool)} ${running.subject}`).replace(/:$/, '')
      const silence = now - running.heard
      if (silence < SILENT_MS || running.tool === 'task' || running.tool === 'question') return what
      return `${what} · no output for ${Math.floor(silence / 60_000)} min`
    }
  }
}
