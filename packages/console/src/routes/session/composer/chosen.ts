import { createSignal } from 'solid-js'
import type { PromptChoice, SessionRef } from '../../../store/types.ts'

/** What was chosen in each session on this page. The engine remembers what a prompt was sent with; this is for before it is sent. */
const [chosen, setChosen] = createSignal<Readonly<Record<string, PromptChoice>>>({})

const keyOf = ({ serverId, sessionId }: SessionRef) => `${serverId}/${sessionId}`

export const chosenIn = (ref: SessionRef): PromptChoice => chosen()[keyOf(ref)] ?? {}

/** An agent that is chosen brings its own model, so the model chosen before it counts no more. */
export function chooseAgent(ref: SessionRef, agent: string): void {
  setChosen((all) => ({ ...all, [keyOf(ref)]: { agent } }))
}

export function chooseModel(
  ref: SessionRef,
  { providerID, modelID }: NonNullable<PromptChoice['model']>,
): void {
  setChosen((all) => ({ ...all, [keyOf(ref)]: { ...all[keyOf(ref)], model: { providerID, modelID } } }))
}
