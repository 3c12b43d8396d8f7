import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sendBytes } from './problem.ts'
import { chooseEncoding } from './static-headers.ts'

/** Below that, packing saves less than its headers cost. */
const LEAST_BYTES = 1024
/** Of eleven: as fast as the loopback, and a third smaller than gzip. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 4 }

/** Answers, packed as the browser likes it, off the main thread. */
export async function sendPackedJson(
  req: IncomingMessage,
  res: ServerResponse,
  body: unknown,
  status = 200,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(body))
  const encoding = chooseEncoding(req.headers['accept-encoding'])
  if (encoding === 'identity' || bytes.length < LEAST_BYTES) return sendBytes(res, status, { bytes })
  const packed =
    encoding === 'br'
      ? await promisify(brotliCompress)(bytes, { params: QUALITY })
      : await promisify(gzip)(bytes)
  sendBytes(res, status, { bytes: packed, encoding })
}
