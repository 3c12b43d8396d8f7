/** W3C WebDriver, as far as it is needed here: one request, one answer. */
import { DriverError } from './driver.ts'

/** The name of a reference to an element in WebDriver's JSON. */
const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf'

export type Reference = Record<typeof REFERENCE, string>

export const referenceTo = (id: string): Reference => ({ [REFERENCE]: id })
export const idOf = (reference: Reference): string => reference[REFERENCE]

/** Asks by GET without a body, else by POST. */
export type Ask = <Value>(route: string, body?: object, method?: 'DELETE') => Promise<Value>

interface Refusal {
  error: string
  message: string
}

/** @throws DriverError */
export const askWebDriver =
  (url: string): Ask =>
  async <Value>(route: string, body?: object, method?: string) => {
    const change = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const response = await fetch(`${url}${route}`, { ...change, ...(method ? { method } : {}) })
    const { value } = (await response.json()) as { value: unknown }
    if (response.ok) return value as Value
    const { error, message } = value as Refusal
    throw new DriverError(route, error, message)
  }
