/** Logins to providers. What is begun in a folder is finished in the same one. */
import type { LoginMethod, LoginStart } from '@kilo-console/engine/edge/provider-logins'
import { readAnswer } from '../answer.ts'
import { engine, unwrap } from '../engine.ts'
import { inTime } from '../in-time.ts'

interface LoginPlace {
  serverId: string
  /** Empty: the folder that the server began in. */
  directory: string
}

/** It may have to ask the provider first. */
const BEGIN_MS = 30_000
/** Prompts wait meanwhile: who has not logged in by then says it again. */
export const FINISH_SECONDS = 60

const where = ({ directory }: LoginPlace) => (directory === '' ? {} : { directory })

/** By provider; those that one can log in to. */
export function loginMethods(place: LoginPlace): Promise<Record<string, LoginMethod[]>> {
  return readAnswer(place.serverId, 'loginMethods', engine(place.serverId).provider.auth(where(place)))
}

/** Nothing is written yet, and nothing ends. */
export function beginLogin(
  place: LoginPlace,
  { providerID, method, inputs }: { providerID: string; method: number; inputs: Record<string, string> },
): Promise<LoginStart> {
  const asked = {
    ...where(place),
    providerID,
    method,
    ...(Object.keys(inputs).length > 0 && { inputs }),
  }
  return inTime(BEGIN_MS, 'The provider didn’t say where to log in', (options) =>
    readAnswer(place.serverId, 'loginStart', engine(place.serverId).provider.oauth.authorize(asked, options)),
  )
}

/** Waits until the engine has heard of it, and has written it to its file of keys. */
export async function finishLogin(
  place: LoginPlace,
  asked: { providerID: string; method: number; code?: string },
  gone: AbortSignal,
): Promise<void> {
  const call = (options: { signal: AbortSignal }) =>
    unwrap(engine(place.serverId).provider.oauth.callback({ ...where(place), ...asked }, options))
  await inTime(FINISH_SECONDS * 1000, 'Kilo has heard of no login', call, gone)
}
