import type { ClientRequest } from 'node:http'
import { strangeAnswer } from './answer.ts'

/** A few are allowed by the standard (RFC 9110, 15.2); engines send none. */
const MOST = 8

/** Node reads 1xx answers for ever, and each of them costs an object. */
export function limitInterim(request: ClientRequest): void {
  let seen = 0
  request.on('information', () => {
    seen += 1
    if (seen > MOST) request.destroy(strangeAnswer('The server answers without coming to an end.'))
  })
}
