import { createEffect, createSignal, on, type Accessor } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import type { PromptChoice } from '../../../../shared/unsent.ts'
import { runCommand } from '../../../commands/registry.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { useConsole } from '../../../store/context.ts'
import type { SessionView } from '../../session-view.ts'
import type { Attachments } from '../attach/attachments.ts'
import { extraOf } from '../complete/mention.ts'
import type { Draft } from '../draft/drafts.ts'
import { trimMarked } from '../marks/marks.ts'
import { createUsedUp } from './used-up.ts'
import { isOurs, meaningOf, readPrompt, shellProblem, type SlashMeaning } from './read-prompt.ts'

/** Why what was written was not sent, though it could be. */
export type SendProblem =
  | { kind: 'unknown' | 'no-arguments' | 'unavailable'; name: string }
  | { kind: 'commands'; problem: Problem }
  | { kind: 'busy' | 'attached' }
  | OverBudget

type How = 'command' | 'shell'

/** `used`: what is used up, in words. `how`: what it would be sent as. */
interface OverBudget {
  kind: 'budget'
  used: string
  how?: How | undefined
}

export interface Sender {
  send: () => void
  /** Whatever it reads like. */
  sendAsText: () => void
  /** Although the budget is used up. */
  sendAnyway: () => void
  problem: Accessor<SendProblem | undefined>
  /** The list of commands is on its way. */
  looking: Accessor<boolean>
}

interface Parts {
  draft: Draft
  attachments: Attachments
  choice: () => PromptChoice
  canSend: () => boolean
}

/** Sends what stands in the composer: as a prompt, as a command, to the shell. */
export function createSend(view: SessionView, parts: Parts): Sender {
  const { draft, attachments, canSend } = parts
  const [problem, setProblem] = createSignal<SendProblem>()
  createEffect(on([draft.text, attachments.list], () => setProblem(undefined), { defer: true }))

  const written = () => trimMarked(draft.text(), draft.marks())
  const take = createTake(view, parts, (held) => setProblem(held))
  const run = () => {
    const kind = shellProblem({ busy: view.busy(), attached: attachments.list().length > 0 })
    return kind ? setProblem({ kind }) : take('shell')
  }
  const slash = createSlash(view, {
    isStill: (text) => written().text === text && canSend(),
    found(meaning) {
      if (meaning.kind === 'own') {
        draft.fill('')
        runCommand(meaning.id)
      } else if (meaning.kind === 'engine') take('command')
      else if (meaning.kind === 'text') take()
      else setProblem(meaning)
    },
    failed: (why) => setProblem({ kind: 'commands', problem: why }),
  })

  return {
    problem,
    looking: slash.looking,
    sendAsText: () => canSend() && take(),
    sendAnyway() {
      const held = problem()
      if (canSend() && held?.kind === 'budget') take(held.how, true)
    },
    send() {
      if (!canSend() || slash.looking()) return
      const read = readPrompt(written().text)
      if (read.kind === 'slash') slash.look(written().text, read)
      else if (read.kind === 'text') take()
      else if (read.command !== '') run()
    },
  }
}

/** Takes everything out of the composer, unless the budget is used up and somebody wants to be asked then. */
function createTake(
  view: SessionView,
  { draft, attachments, choice }: Parts,
  hold: (held: OverBudget) => void,
): (how?: How, anyway?: boolean) => void {
  const { sessions } = useConsole()
  const usedUp = createUsedUp(view.ref)
  return (how, anyway = false) => {
    const used = anyway ? undefined : usedUp()
    if (used !== undefined) {
      hold({ kind: 'budget', used, how })
      return
    }
    const { text, marks } = trimMarked(draft.text(), draft.marks())
    const extras = [...marks.map((mark) => extraOf(mark, view.directory())), ...attachments.take()]
    draft.fill('')
    void sessions.prompts.send(view.ref, { text, extras, ...(how && { how }) }, choice())
  }
}

interface Outcome {
  /** Whether the text is what it was: it may have been edited, or sent, while the list was on its way. */
  isStill: (text: string) => boolean
  found: (meaning: SlashMeaning) => void
  failed: (problem: Problem) => void
}

/** Finds out what `/name` means: ours are known, the engine is asked for its own. */
function createSlash(view: SessionView, outcome: Outcome) {
  const [looking, setLooking] = createSignal(false)
  const look = async (text: string, read: { name: string; arguments: string }) => {
    setLooking(true)
    try {
      const { engineCommands, ownCommands } = await import('../complete/known-commands.ts')
      const known = isOurs(read.name)
        ? ownCommands()
        : await engineCommands(view.ref.serverId, view.directory())
      if (outcome.isStill(text)) outcome.found(meaningOf(read, known))
    } catch (error) {
      outcome.failed(toProblem(error))
    } finally {
      setLooking(false)
    }
  }
  return { looking, look: (text: string, read: { name: string; arguments: string }) => void look(text, read) }
}
