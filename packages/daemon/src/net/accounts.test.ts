import { userInfo } from 'node:os'
import { expect, it } from 'vitest'
import { parseAccounts, userId, userName } from './accounts.ts'

it('knows its own account, by name and number', async () => {
  const { uid, username } = userInfo()
  expect(await userName(uid)).toBe(username)
  expect(await userId(username)).toBe(uid)
})

it('a number without an account is one, a name without is none', async () => {
  expect(await userName(3_999_999_999)).toBe('user 3999999999')
  expect(await userId('3999999999')).toBe(3_999_999_999)
  expect(await userId('no-such-user-here')).toBeUndefined()
})

it('reads passwd(5), whatever else stands there', () => {
  const text =
    'root:x:0:0:root:/root:/bin/bash\n\n# no account\n+::::::\nalice:x:1001:1001:A, B:/home/alice:/bin/sh\nodd:x:one:1::\n'
  expect(parseAccounts(text)).toEqual([
    { name: 'root', uid: 0 },
    { name: 'alice', uid: 1001 },
  ])
})
