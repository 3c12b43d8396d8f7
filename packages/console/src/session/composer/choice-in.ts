import { sessionOf, type PromptChoice, type ServerState, type SessionRef } from '../../store/types.ts'
import { choiceOf, promptChoiceOf } from './prompt-choice.ts'
import { chosenIn } from './session-choice.ts'

/** What a prompt to a session goes to when it is written elsewhere: as its own prompt box has it, so far as that is known without opening it. */
export function choiceIn(server: ServerState | undefined, ref: SessionRef): PromptChoice {
  return promptChoiceOf(
    choiceOf({
      chosen: chosenIn(ref),
      messages: server?.transcripts[ref.sessionId]?.messages ?? [],
      session: sessionOf(server, ref.sessionId),
      choices: undefined,
    }),
  )
}
