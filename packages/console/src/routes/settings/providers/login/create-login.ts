import type { LoginMethod, LoginStart } from '@kilo-console/engine/edge/provider-logins'
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { createStore } from 'solid-js/store'
import { beginLogin } from '../../../../sdk/settings/provider-logins.ts'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../../store/configuration.ts'
import { createChange, type Change } from '../../change/create-change.ts'
import { readCallback } from '../../mcp/login/read-callback.ts'
import { everywhere } from '../form/plan-form.ts'
import type { ProvidersContext } from '../provider-list.tsx'
import { inputsOf, providerPage, whyFailed, type ProviderPage } from './login-words.ts'
import { planLogin } from './plan-login.ts'

export interface Begun extends Pick<LoginStart, 'method' | 'instructions'> {
  page: ProviderPage
}

export interface Login {
  /** What was chosen and answered. */
  form: { index: number; answers: Record<string, string>; code: string }
  method: Accessor<LoginMethod>
  choose(this: void, index: number): void
  answer(this: void, key: string, value: string): void
  setCode(this: void, code: string): void
  isBeginning: Accessor<boolean>
  /** Why it has not begun, or what is wrong with the code. */
  problem: Accessor<string | undefined>
  begin(this: void): Promise<void>
  /** Where one logs in by now. */
  begun: Accessor<Begun | undefined>
  /** Back to the choice. */
  restart(this: void): void
  /** Finishes it. */
  change: Change
  stopWaiting(this: void): void
}

interface Asked {
  context: ProvidersContext
  id: string
  name: Accessor<string>
  /** One at least. */
  methods: readonly [LoginMethod, ...LoginMethod[]]
  onDone: () => void
}

/** A login to one provider: begun, which writes nothing, and finished, which ends what runs. */
export function createLogin({ context, id, name, methods, onDone }: Asked): Login {
  const [form, setForm] = createStore<Login['form']>({ index: methods[0].index, answers: {}, code: '' })
  const [problem, setProblem] = createSignal<string>()
  const method = () => methods.find(({ index }) => index === form.index) ?? methods[0]
  const place = context.place()
  const asked = () => ({ providerID: id, method: method().index, inputs: inputsOf(method(), form.answers) })
  const { begun, ...start } = createStart(place, asked, setProblem)
  /** Undefined: it is told what is wrong with it. */
  const callback = (start: Begun): { code?: string } | undefined => {
    const given = start.method === 'code' ? readCallback(form.code, start.page.state) : undefined
    const wrong = given && 'problem' in given ? given.problem : undefined
    setProblem(wrong)
    if (wrong !== undefined) return undefined
    return given && 'code' in given ? given : {}
  }
  const finish = createFinish({ context, place, id, name, onDone }, (gone) => {
    const start = begun()
    const back = start && callback(start)
    return back && { ...back, method: method().index, gone }
  })
  return {
    form,
    method,
    choose: (index) => setForm('index', index),
    answer: (key, value) => setForm('answers', key, value),
    setCode: (code) => setForm('code', code),
    problem,
    begun,
    ...start,
    ...finish,
  }
}

type Start = Pick<Login, 'begun' | 'begin' | 'isBeginning' | 'restart'>

function createStart(
  place: ConfigurationPlace,
  asked: () => Parameters<typeof beginLogin>[1],
  tell: (problem?: string) => void,
): Start {
  const [begun, setBegun] = createSignal<Begun>()
  const [isBeginning, setBeginning] = createSignal(false)
  async function begin(): Promise<void> {
    tell()
    setBeginning(true)
    try {
      const { url, ...start } = await beginLogin(place, asked())
      const page = providerPage(url)
      setBegun(page && { ...start, page })
      if (!page) tell(STRANGE)
    } catch (error) {
      tell(whyFailed(error))
    } finally {
      setBeginning(false)
    }
  }
  const restart = () => {
    tell()
    setBegun()
  }
  return { begun, begin, isBeginning, restart }
}

const STRANGE = 'The provider names a page to log in at that is no page over https. It is not opened.'

interface Finished extends Pick<Asked, 'context' | 'id' | 'name' | 'onDone'> {
  place: ConfigurationPlace
}

function createFinish(
  { context, place, id, name, onDone }: Finished,
  back: (gone: AbortSignal) => { method: number; code?: string; gone: AbortSignal } | undefined,
): Pick<Login, 'change' | 'stopWaiting'> {
  const { configuration } = useConfiguration()
  let waiting = new AbortController()
  const stopWaiting = () => waiting.abort()
  onCleanup(stopWaiting)
  const plan = () => {
    waiting = new AbortController()
    const given = back(waiting.signal)
    const { reading } = context.providers
    return given && planLogin(configuration, { place, reading, id, name: name(), ...given })
  }
  return { change: createChange(() => everywhere(place), plan, onDone), stopWaiting }
}
