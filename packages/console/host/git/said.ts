import { HttpProblem } from '../http/problem.ts'

/** Escape sequences of terminals. */
const COLOURS = new RegExp(String.raw`\u001B\[[\d;?]*[A-Za-z]`, 'gu')
/** What is not seen, but for line ends and tabs, and what turns a line around. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** What git or a hook said, for a person: no escape sequences, nothing that turns the line around, not more than one reads. Pure. */
export function readable(said: string): string {
  const plain = said.replaceAll(COLOURS, '').replaceAll(UNSEEN, '')
  const lines = plain.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-30).join('\n').slice(-3000)
}

/** Git did not do it: nothing has changed. */
export function refusal(code: string, what: string, said: string): HttpProblem {
  const why = readable(said)
  return new HttpProblem(409, code, why === '' ? what : `${what}\n${why}`)
}
