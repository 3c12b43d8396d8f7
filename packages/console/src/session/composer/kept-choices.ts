/** Choices as they are kept: `{"<server>/<session>": ["provider/model", "agent", "variant"]}`. Pure. */
import type { PromptChoice } from '../../store/types.ts'

const MOST = 100

export function keptChoices(choices: Readonly<Record<string, PromptChoice>>): string {
  const entries = Object.entries(choices)
    .slice(-MOST)
    .map(([key, { model, agent, variant }]) => [
      key,
      [model ? `${model.providerID}/${model.modelID}` : null, agent ?? null, variant ?? null],
    ])
  return JSON.stringify(Object.fromEntries(entries))
}

/** What does not fit is left out: anybody may have written it. */
export function readKeptChoices(text: string | null): Record<string, PromptChoice> {
  const bag: unknown = JSON.parse(text ?? '{}')
  if (typeof bag !== 'object' || bag === null) return {}
  return Object.fromEntries(
    Object.entries(bag)
      .slice(-MOST)
      .flatMap(([key, value]): [string, PromptChoice][] =>
        Array.isArray(value) ? [[key, choiceOf(value as unknown[])]] : [],
      ),
  )
}

function choiceOf([model, agent, variant]: readonly unknown[]): PromptChoice {
  const [, providerID, modelID] = typeof model === 'string' ? (/^([^/]+)\/(.+)$/.exec(model) ?? []) : []
  return {
    ...(providerID !== undefined && modelID !== undefined && { model: { providerID, modelID } }),
    ...(typeof agent === 'string' && { agent }),
    ...(typeof variant === 'string' && { variant }),
  }
}
