import { spawn } from 'node:child_process'

/** False when there is nothing to open it with; that is no error, the address was printed. */
export function openBrowser(url: string): Promise<boolean> {
  const [file, ...args] = opener(url)
  return new Promise((resolve) => {
    const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

/** The program that opens an address, and its arguments. */
export function opener(url: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', url]
  // The empty string is the window's title, which `start` takes from the first quoted argument.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', url]
  return ['xdg-open', url]
}
