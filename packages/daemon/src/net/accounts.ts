import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** What people call a user: the name of the account, or `user 1001`. */
export async function userName(uid: number): Promise<string> {
  return (await findAccount((account) => account.uid === uid, String(uid)))?.name ?? `user ${uid}`
}

/** The number of the account with this name, or that the text itself is. Undefined: there is none. */
export async function userId(text: string): Promise<number | undefined> {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  return (await findAccount((account) => account.name === text, text))?.uid
}

interface Account {
  name: string
  uid: number
}

/** The file first; an account of a directory service is one that `getent` knows. */
async function findAccount(
  matches: (account: Account) => boolean,
  key: string,
): Promise<Account | undefined> {
  const local = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return parseAccounts(local).find(matches) ?? parseAccounts(await getent(key)).find(matches)
}

/** PURE. Lines of passwd(5): `alice:x:1001:1001:Alice:/home/alice:/bin/sh`. */
export function parseAccounts(text: string): Account[] {
  return text.split('\n').flatMap((line): Account[] => {
    const [name, , uid] = line.split(':')
    return name && uid && /^\d+$/.test(uid) ? [{ name, uid: Number(uid) }] : []
  })
}

function getent(key: string): Promise<string> {
  return new Promise((resolve) => {
    execFile('getent', ['passwd', '--', key], { timeout: 2000 }, (error, stdout) =>
      resolve(error ? '' : stdout),
    )
  })
}
