/** Text between fences that it cannot close: longer than any run of backticks in it. Pure. */
export function fenced(text: string, language = ''): string {
  let longest = 2
  // One by one: an output may have more runs than a call takes arguments.
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

/** As words within a line of Markdown: what would be markup is not. Pure. */
export const plainWords = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
