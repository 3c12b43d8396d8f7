import { readAnswer } from '../../sdk/answer.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import type { ModelRef } from '../types.ts'
import type { Place } from './sessions.ts'

/** The favourites of the engine's user: the TUI shows the same. Throws `ProblemError`. */
export async function readFavourites({ serverId, directory }: Place): Promise<readonly ModelRef[]> {
  const call = engine(serverId).config.modelState({ directory })
  return (await readAnswer(serverId, 'modelState', call)).favorite
}

/** Answers them as they are then. Somebody else may have changed them meanwhile, so they are read before. Throws `ProblemError`. */
export async function changeFavourite(
  place: Place,
  { providerID, modelID }: ModelRef,
  wanted: (isOne: boolean) => boolean,
): Promise<readonly ModelRef[]> {
  const now = await readFavourites(place)
  const others = now.filter((each) => each.providerID !== providerID || each.modelID !== modelID)
  const isOne = others.length < now.length
  if (wanted(isOne) === isOne) return now
  const favorite = isOne ? others : [...now, { providerID, modelID }]
  await unwrap(engine(place.serverId).config.modelStateUpdate({ directory: place.directory, favorite }))
  return favorite
}
