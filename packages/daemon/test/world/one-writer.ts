import { KiloError } from '../../src/errors.ts'
import { writeFilePrivate } from '../../src/files/private-file.ts'

/** Writes one file of so many bytes, and says how that went. */
const [, , path = '', bytes = '0'] = process.argv
process.on('SIGXFSZ', () => undefined)
const outcome = await writeFilePrivate(path, 'x'.repeat(Number(bytes))).then(
  () => 'written',
  (error: unknown) => (error instanceof KiloError ? error.code : String(error)),
)
process.stdout.write(`${outcome}\n`)
