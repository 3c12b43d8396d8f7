import type { Agent } from '@kilocode/sdk/v2/client'
import { keyOf } from '../../store/session-key.ts'
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

/** What the browser did not take, in a private window or without room: it lies over what is stored. Undefined: nothing is chosen any more. */
const unwritten = new Map<string, PromptChoice | undefined>()

const [chosen, setChosen] = createSignal<Choices>(load() ?? {})
// Another page has chosen.
globalThis.addEventListener?.('storage', ({ key }) => key === KEY && setChosen(known))

/** Others may have chosen since this page looked. The newest last: the oldest give way. */
function known(before: Choices): Choices {
  const stored = Object.entries(load() ?? before).filter(([key]) => !unwritten.has(key))
  const own = [...unwritten].flatMap(([key, choice]): [string, PromptChoice][] =>
    choice ? [[key, choice]] : [],
  )
  return Object.fromEntries([...stored, ...own])
}

export const chosenIn = (ref: SessionRef): PromptChoice => chosen()[keyOf(ref)] ?? {}

/** Undefined: nothing is chosen any more. */
function choose(ref: SessionRef, choice: PromptChoice | undefined): void {
  unwritten.delete(keyOf(ref))
  unwritten.set(keyOf(ref), choice)
  setChosen(known)
  try {
    localStorage.setItem(KEY, keptChoices(chosen()))
    unwritten.clear()
  } catch {
    // Nothing to tell: it lasts as long as the page.
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
