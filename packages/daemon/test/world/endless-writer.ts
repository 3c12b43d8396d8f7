import { writeFilePrivate } from '../../src/files/private-file.ts'

/** Writes files of very different lengths until it is killed; each says how long it should be. */
const [, , path = ''] = process.argv
for (let round = 0; ; round++) {
  const length = (round % 50) * 20_000
  await writeFilePrivate(path, JSON.stringify({ length, text: 'x'.repeat(length) }))
  if (round === 2) process.send?.('writing')
}
