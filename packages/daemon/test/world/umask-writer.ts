import { join } from 'node:path'
import { ensurePrivateFolder, openPrivateLog, writeFilePrivate } from '../../src/files/private-file.ts'

const [, , root = '', umask = '0'] = process.argv
await ensurePrivateFolder(root)
process.umask(Number.parseInt(umask, 8))
const folder = join(root, 'deep')
await ensurePrivateFolder(folder)
await writeFilePrivate(join(folder, 'state.json'), '{}')
await (await openPrivateLog(join(folder, 'x.log'))).close()
