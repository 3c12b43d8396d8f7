/** Logging in to a provider: by which ways that goes, what each asks before, and where one is sent. */
import * as v from 'valibot'
import { among, handle, list, may, message, name, object, text, type Schema } from './bounds.ts'
import { fitting, fittingEntries, type Dropped } from './check.ts'

/** It is asked only if an answer before is this one, or is not. */
export interface LoginCondition {
  key: string
  op: 'eq' | 'neq'
  value: string
}

export interface LoginOption {
  label: string
  value: string
  hint?: string
}

/** What a way to log in wants to know first. */
export interface LoginPrompt {
  type: 'text' | 'select'
  key: string
  message: string
  placeholder?: string
  /** Of `select`. */
  options?: LoginOption[]
  when?: LoginCondition
}

export interface LoginMethod {
  /** What the engine calls it by: where it stands in its list, with the ways that are none of ours. */
  index: number
  label: string
  prompts: LoginPrompt[]
}

/** `auto`: the engine itself hears of the login. `code`: one brings it a code. */
export interface LoginStart {
  url: string
  method: 'auto' | 'code'
  instructions: string
}

const MOST_PROVIDERS = 500
const MOST_METHODS = 20
const MOST_PROMPTS = 20
const MOST_OPTIONS = 100

const condition: Schema<LoginCondition> = object<LoginCondition>({
  key: handle,
  op: among<LoginCondition['op']>('eq', 'neq'),
  value: text,
})

const option: Schema<LoginOption> = object<LoginOption>({ label: name, value: text, hint: may(name) })

const prompt: Schema<LoginPrompt> = object<LoginPrompt>({
  type: among<LoginPrompt['type']>('text', 'select'),
  key: v.pipe(
    handle,
    v.check((key) => !(key in {})),
  ),
  message,
  placeholder: may(name),
  options: may(list(option, MOST_OPTIONS)),
  when: may(condition),
})

const method = object<{ type: 'oauth'; label: string; prompts?: LoginPrompt[] }>({
  type: among<'oauth'>('oauth'),
  label: name,
  prompts: may(list(prompt, MOST_PROMPTS)),
})

const anyMethods: Schema<unknown[]> = list(v.unknown(), MOST_METHODS)

/** By provider; those alone that one can log in to. A way to give a key is no login. */
export function loginMethods(value: unknown, dropped: Dropped): Record<string, LoginMethod[]> {
  const all = fittingEntries(handle, anyMethods, value, MOST_PROVIDERS, dropped)
  const logins = Object.entries(all).map(([id, methods]): [string, LoginMethod[]] => [
    id,
    methods.flatMap((one, index) => {
      const { label, prompts = [] } = fitting(method, one) ?? {}
      return label === undefined ? [] : [{ index, label, prompts }]
    }),
  ])
  return Object.fromEntries(logins.filter(([, methods]) => methods.length > 0))
}

export const loginStart: Schema<LoginStart> = object<LoginStart>({
  url: text,
  method: among<LoginStart['method']>('auto', 'code'),
  instructions: message,
})
