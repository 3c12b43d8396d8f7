import type { Agent } from '@kilocode/sdk/v2/client'
import { createSignal } from 'solid-js'
import type { ModelRef, PromptChoice, SessionRef } from '../../store/types.ts'
import { keptChoices, readKeptChoices } from './kept-choices.ts'

/**
 * What was chosen in each session. The engine remembers what a prompt was sent with; this is for before it is sent, and for a reload in between: it is kept
 * in this browser.
 */
const KEY = 'kilo-console.choices'

// Storage throws where the browser forbids it: a choice is then kept for the page's life.
function load(): Readonly<Record<string, PromptChoice>> {
  try {
    return readKeptChoices(localStorage.getItem(KEY))
  } catch {
    return {}
  }
}

const [chosen, setChosen] = createSignal(load())

const keyOf = ({ serverId, sessionId }: SessionRef) => `${serverId}/${sessionId}`

export const chosenIn = (ref: SessionRef): PromptChoice => chosen()[keyOf(ref)] ?? {}

function choose(ref: SessionRef, choice: PromptChoice): void {
  const { [keyOf(ref)]: _, ...others } = chosen()
  // The newest last: the oldest give way.
  setChosen({ ...others, [keyOf(ref)]: choice })
  try {
    localStorage.setItem(KEY, keptChoices(chosen()))
  } catch {
    // Nothing to tell.
  }
}

/** An agent that brings a model of its own takes the place of the model chosen before it; another leaves that as it is. */
export function chooseAgent(ref: SessionRef, { name, model }: Pick<Agent, 'name' | 'model'>): void {
  choose(ref, { ...(model ? {} : chosenIn(ref)), agent: name })
}

/** Another model has other variants. */
export function chooseModel(ref: SessionRef, { providerID, modelID }: ModelRef): void {
  const { agent } = chosenIn(ref)
  choose(ref, { ...(agent !== undefined && { agent }), model: { providerID, modelID } })
}

/** `model`: the one whose variant it is. Empty: as the engine does without one. */
export function chooseVariant(ref: SessionRef, model: ModelRef, variant: string): void {
  const { providerID, modelID } = model
  choose(ref, { ...chosenIn(ref), model: { providerID, modelID }, variant })
}
