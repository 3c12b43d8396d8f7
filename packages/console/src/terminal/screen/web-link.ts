/** Longest address that is opened, in UTF-16 units. */
const LONGEST = 2048

/**
 * The address of a link that a program printed, if it may be opened: http and https alone, without a name and password that would
 * dress up another host. Normalised, so that what is shown is where it goes (faults.md 42).
 */
export function webLink(target: string): string | undefined {
  if (target.length > LONGEST || !URL.canParse(target)) return undefined
  const url = new URL(target)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (url.username !== '' || url.password !== '') return undefined
  return url.href
}
