import { openSync } from 'node:fs'
import { systemCode } from '../../src/errors.ts'
import { findListener } from '../../src/net/owned-listener.ts'

/** Takes every file descriptor that there is, then asks who listens, and prints what it heard. */
const taken: number[] = []
try {
  for (;;) taken.push(openSync('/dev/null', 'r'))
} catch {
  const asked = findListener({ hostname: '127.0.0.1', port: 4099 }, {})
  const heard = await asked.then(
    ({ kind }) => kind,
    (error: unknown) => systemCode(error),
  )
  process.stdout.write(String(heard))
}
