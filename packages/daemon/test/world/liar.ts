import { once } from 'node:events'
import { createServer } from 'node:http'

/** A foreign server that calls itself a healthy engine, and notes whether anybody shows it a password. */
export interface Liar {
  sawPassword(): boolean
  end(): Promise<void>
}

/** Undefined: the port is taken. */
export async function makeLiar(port: number): Promise<Liar | undefined> {
  let saw = false
  const server = createServer((request, response) => {
    saw ||= request.headers.authorization !== undefined
    response.end('{"healthy":true,"version":"1.0.0"}')
  })
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return undefined
  }
  const end = async () => {
    server.closeAllConnections()
    const closed = once(server, 'close')
    server.close()
    await closed
  }
  return { sawPassword: () => saw, end }
}
