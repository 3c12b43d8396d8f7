/** PURE: models that a server tells of, in a form: what somebody has written of one stays, but for its limits, which the server knows better. */
import type { FoundModel } from '../../../../../shared/providers.ts'
import { emptyModel, type ModelDraft } from './draft.ts'

/** What is asked for at most where the server does not say it; the engine asks for no more by itself. */
const USUAL_OUTPUT = 32_000

export function withFound(models: readonly ModelDraft[], found: readonly FoundModel[]): ModelDraft[] {
  const byId = new Map(models.map((model) => [model.id, model]))
  for (const one of found) byId.set(one.id, draftOf(one, byId.get(one.id)))
  return [...byId.values()]
}

function draftOf({ id, name, context, output }: FoundModel, written: ModelDraft = emptyModel()): ModelDraft {
  const limits =
    context === undefined
      ? {}
      : {
          context: String(context),
          input: written.input === '' ? '' : String(context),
          output: String(
            output ?? (Number(written.output) || Math.min(USUAL_OUTPUT, Math.ceil(context / 4))),
          ),
        }
  return { ...written, id, name: written.name || name || id, ...limits }
}
