/** What finishing a login writes: what the engine got, and that this provider may be used. */
import { ProblemError, toProblem } from '../../../../sdk/problem.ts'
import { finishLogin } from '../../../../sdk/settings/provider-logins.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { planBoth, planOther, planSettings, type Plan } from '../../change/plan.ts'
import type { Reading } from '../../configuration/create-reading.ts'
import { enabling } from '../form/lists.ts'
import { everywhere } from '../form/plan-form.ts'
import { whyFailed } from './login-words.ts'

interface Finishing {
  place: ConfigurationPlace
  reading: Reading
  id: string
  name: string
  method: number
  code?: string
  /** Nobody waits for it any more. */
  gone: AbortSignal
}

export function planLogin(
  actions: Pick<ConfigurationActions, 'read' | 'save' | 'interrupt'>,
  { place, reading, id, name, method, code, gone }: Finishing,
): Plan {
  const login = planOther(actions, {
    place: everywhere(place),
    name: `login to ${id}`,
    title: `The login to ${name}`,
    write: () =>
      finishLogin(place, { providerID: id, method, ...(code !== undefined && { code }) }, gone).catch(
        (error: unknown) => {
          throw new ProblemError({
            code: toProblem(error).code,
            message: gone.aborted ? STOPPED : whyFailed(error),
          })
        },
      ),
  })
  const read = reading.value()
  const changes = read ? enabling(read, id) : []
  if (changes.length === 0) return login
  return planBoth(actions, login, planSettings(actions, { place, reading, changes, title: name }))
}

const STOPPED = 'Stopped waiting. If you log in on its page all the same, Kilo takes it.'
