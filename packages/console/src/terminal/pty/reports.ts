/**
 * What a terminal answers on its own when a program asks it (device attributes, cursor position, colours). A replay holds the questions
 * of the past: answering them again would type the answers into whatever runs now.
 */
const ESCAPE = '\u001B'

/** What follows the escape character. */
const REPORTS = [
  // Device attributes, status, cursor position, window size.
  /^\[[?>=]?[0-9;]*[cnRtx]$/,
  // Modes.
  /^\[\??[0-9;]+\$y$/,
  // Colours, and what else is asked by OSC or DCS.
  /^\][0-9]+;/,
  /^P./s,
]

/** Whether this input came from the terminal itself and not from the user. Shift+F3 looks like a cursor report; it is taken for one. */
export function isReport(input: string): boolean {
  if (!input.startsWith(ESCAPE)) return false
  const body = input.slice(ESCAPE.length)
  return REPORTS.some((report) => report.test(body))
}
