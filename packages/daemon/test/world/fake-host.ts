/** A stand-in for the console host: its health and its end are all that the manager sees of it. */
export const FAKE_HOST = `
const { KILO_CONSOLE_PORT, KILO_CONSOLE_HOSTNAME } = process.env
require('node:http')
  .createServer((_, response) => response.end('{"healthy":true,"version":"1.0.0"}'))
  .listen(Number(KILO_CONSOLE_PORT), KILO_CONSOLE_HOSTNAME)
`
