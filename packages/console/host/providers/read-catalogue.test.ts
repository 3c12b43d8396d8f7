import { afterEach, expect, test } from 'vitest'
import { startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { readCatalogue } from './read-catalogue.ts'

const servers: Loopback[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

test('an engine that has no catalogue yet is asked again', async () => {
  const methods = [{ type: 'key' }, { type: 'env', names: ['A_KEY'] }, { type: 'oauth', id: 'x' }]
  const full = { data: [{ id: 'b', name: 'Bee', methods: [] }, { id: 'a', name: 'Ay', methods }, { id: 4 }] }
  let asked = 0
  const server = await startLoopback((_, res) => {
    asked += 1
    res.end(JSON.stringify(asked < 3 ? { data: [] } : full))
  })
  servers.push(server)
  expect(await readCatalogue({ url: server.url, owner: {} }, '', () => undefined)).toEqual([
    { id: 'a', name: 'Ay', env: ['A_KEY'] },
    { id: 'b', name: 'Bee', env: [] },
  ])
  expect(asked).toBe(3)
})
