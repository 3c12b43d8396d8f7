import { textOf } from './input.ts'
import type { Tool } from './tool.ts'

/** UTF-16 units of output that are worth reading as JSON: more of it nobody reads through. */
const MOST_JSON = 64 * 1024

/** Output that is JSON on one line, as most MCP servers write it, with a line for each value. */
function indented(output: string): string {
  if (output.length > MOST_JSON || !/^\s*[[{]/.test(output)) return output
  try {
    const value: unknown = JSON.parse(output)
    // What does not come back the same (a number of 20 digits, a key twice) is shown as it came.
    return JSON.stringify(value) === output.trim() ? JSON.stringify(value, null, 2) : output
  } catch {
    // No JSON, or too deep to be written again.
    return output
  }
}

/** A tool that we do not know shows the first thing in its input that a person can read, and all of it inside. */
export const unknownTool: Tool = {
  icon: 'other',
  kind: 'text',
  subject: (input) => {
    const first = Object.values(input).find((value) => typeof value === 'string' && value.trim() !== '')
    return textOf(first).trim()
  },
  output: indented,
}
