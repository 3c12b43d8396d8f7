/** Ways in which a tool's input names what it works on. */
import { firstText, relativePath, textOf } from './input.ts'
import type { Tool } from './tool.ts'

type Subject = Tool['subject']

export const nothing: Subject = () => ''

/** The first of these fields that says something. */
export const field =
  (...names: string[]): Subject =>
  (input) =>
    firstText(...names.map((name) => input[name])).trim()

/** The first of these fields that says something, as a path from the session's directory. */
export const path =
  (...names: string[]): Subject =>
  (input, directory) =>
    relativePath(firstText(...names.map((name) => input[name])), directory)

/** What is looked for, and where, if that is not the whole directory. */
export const search =
  (name: string): Subject =>
  (input, directory) => {
    const place = relativePath(textOf(input['path']), directory)
    const where = place === '' || place === directory ? '' : `  in ${place}`
    return textOf(input[name]).trim() + where
  }
