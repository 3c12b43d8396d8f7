import type { Agent } from '@kilocode/sdk/v2/client'
import { createSignal } from 'solid-js'
import type { ModelRef, PromptChoice, SessionRef } from '../../store/types.ts'
import { keptChoices, readKeptChoices } from './kept-choices.ts'

/**
 * What was chosen in each session. The engine remembers what a prompt was sent with; this is for before it is sent, and for a reload in between: it is kept
 * in this browser, for all its pages.
 */
const KEY = 'kilo-console.choices'

type Choices = Readonly<Record<string, PromptChoice>>

/** Undefined where the browser forbids storage: a choice is then kept for the page's life. */
function load(): Choices | undefined {
  try {
    return readKeptChoices(localStorage.getItem(KEY))
  } catch {
    return undefined
  }
}

const [chosen, setChosen] = createSignal(load() ?? {})
// Another page has chosen.
globalThis.addEventListener?.('storage', ({ key }) => key === KEY && setChosen((now) => load() ?? now))

const keyOf = ({ serverId, sessionId }: SessionRef) => `${serverId}/${sessionId}`

export const chosenIn = (ref: SessionRef): PromptChoice => chosen()[keyOf(ref)] ?? {}

/** Undefined: nothing is chosen any more. Others may have chosen since this page looked. */
function choose(ref: SessionRef, choice: PromptChoice | undefined): void {
  const { [keyOf(ref)]: _, ...others } = load() ?? chosen()
  // The newest last: the oldest give way.
  setChosen({ ...others, ...(choice && { [keyOf(ref)]: choice }) })
  try {
    localStorage.setItem(KEY, keptChoices(chosen()))
  } catch {
    // Nothing to tell.
  }
}

/** A prompt has gone where it was chosen to: from now on the session itself says so, here and in every other browser. */
export function letGo(ref: SessionRef): void {
  if (keyOf(ref) in chosen()) choose(ref, undefined)
}

/** A prompt is to be sent once more: to what it went to. */
export function chooseAgain(ref: SessionRef, { model, agent, variant }: PromptChoice): void {
  choose(ref, {
    ...(model && { model: { providerID: model.providerID, modelID: model.modelID } }),
    ...(agent !== undefined && { agent }),
    ...(variant !== undefined && { variant }),
  })
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
