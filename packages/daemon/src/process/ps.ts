import { promisify } from 'node:util'

/** What `ps -o <format> -p <pid>` prints, in plain English and UTC; undefined when there is no such process. For where there is no /proc. */
export async function ps(format: string, pid: number): Promise<string | undefined> {
  // Imported here: a command that is to be instant needs it on no machine with /proc.
  const { execFile } = await import('node:child_process')
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  return promisify(execFile)('ps', ['-o', format, '-p', String(pid)], { env }).then(
    ({ stdout }) => stdout,
    () => undefined,
  )
}

/** `[[days-]hours:]minutes:seconds[.hundredths]`, as ps prints durations. */
export function clockSeconds(text: string): number {
  const [days, clock] = text.includes('-') ? text.split('-', 2) : ['0', text]
  const seconds = (clock ?? '0').split(':').reduce((total, part) => total * 60 + Number(part), 0)
  return Number(days) * 86_400 + seconds
}
