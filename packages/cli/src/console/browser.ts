import { spawn } from 'node:child_process'

/** Opens an address, which every user of the machine can read in the arguments. False when there is nothing to open it with. */
export function openBrowser(address: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const [file, ...args] = opener(address, env)
  return new Promise((resolve) => {
    const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: true, env })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

/** The program that opens an address, and its arguments. Who has set BROWSER wants that one, also where the desktop would ask for another. */
export function opener(
  address: string,
  { BROWSER = '' }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): [string, ...string[]] {
  // The empty string is the window's title, which `start` takes from the first quoted argument.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address]
  // A list of commands, of which `%s` or the last argument becomes the address. We take the first.
  const [program, ...args] = (BROWSER.split(':')[0] ?? '').split(/\s+/).filter(Boolean)
  if (program === undefined) return [platform === 'darwin' ? 'open' : 'xdg-open', address]
  const named = args.map((arg) => arg.replaceAll('%s', address))
  return [program, ...named, ...(args.some((arg) => arg.includes('%s')) ? [] : [address])]
}
