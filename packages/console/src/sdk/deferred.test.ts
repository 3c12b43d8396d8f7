import { describe, expect, it } from 'vitest'
import { deferred } from './deferred.ts'

class Session {
  #prefix = 'session '
  get(id: string): Promise<string> {
    return Promise.resolve(this.#prefix + id)
  }
}

const loaded = () => Promise.resolve({ session: new Session(), top: (a: number) => Promise.resolve(a + 1) })

describe('an object that is still to be loaded', () => {
  it('is loaded with the first call, once, and called as itself', async () => {
    let loads = 0
    const client = deferred(() => ((loads += 1), loaded()))
    const { session } = client
    expect(loads).toBe(0)
    expect(await Promise.all([session.get('a'), client.session.get('b'), client.top(1)])).toEqual([
      'session a',
      'session b',
      2,
    ])
    expect(loads).toBe(1)
  })

  it('rejects where it cannot be loaded, and tries again with the next call', async () => {
    let broken = true
    const client = deferred(() => (broken ? Promise.reject(new TypeError('offline')) : loaded()))
    await expect(client.top(1)).rejects.toThrow('offline')
    broken = false
    expect(await client.top(1)).toBe(2)
  })

  it('can be awaited like any other object, and rejects a call of what is not there', async () => {
    const client = deferred<{ nothing(): Promise<void> }>(async () => ({}) as never)
    expect(await Promise.resolve(client)).toBe(client)
    await expect(client.nothing()).rejects.toThrow(TypeError)
  })
})
