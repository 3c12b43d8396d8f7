import type { Agent } from '@kilocode/sdk/v2/client'
import { createSignal } from 'solid-js'
import type { PromptChoice, SessionRef } from '../../store/types.ts'

/** What was chosen in each session on this page. The engine remembers what a prompt was sent with; this is for before it is sent. */
const [chosen, setChosen] = createSignal<Readonly<Record<string, PromptChoice>>>({})

const keyOf = ({ serverId, sessionId }: SessionRef) => `${serverId}/${sessionId}`

export const chosenIn = (ref: SessionRef): PromptChoice => chosen()[keyOf(ref)] ?? {}

/** An agent that brings a model of its own takes the place of the model chosen before it; another leaves that as it is. */
export function chooseAgent(ref: SessionRef, { name, model }: Pick<Agent, 'name' | 'model'>): void {
  setChosen((all) => ({ ...all, [keyOf(ref)]: { ...(model ? {} : all[keyOf(ref)]), agent: name } }))
}

export function chooseModel(
  ref: SessionRef,
  { providerID, modelID }: NonNullable<PromptChoice['model']>,
): void {
  setChosen((all) => ({ ...all, [keyOf(ref)]: { ...all[keyOf(ref)], model: { providerID, modelID } } }))
}
