/** The file that `kilo export` prints, `{info, messages}` with two spaces, in pieces that are written one after the other. Pure. */

const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`)

/** What stands before the first message. */
export const jsonHead = (info: unknown): string => `{\n  "info": ${indented(info, '  ')},\n  "messages": [`

export const jsonOf = (message: unknown): string => `    ${indented(message, '    ')}`

export const JSON_BETWEEN = ',\n'

/** What stands after the last one. */
export const jsonTail = (any: boolean): string => (any ? '\n  ]\n}\n' : ']\n}\n')
