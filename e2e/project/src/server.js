import { createServer } from 'node:http'
import { route } from './routes.js'

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  const cookies = Object.fromEntries(
    new URLSearchParams((request.headers.cookie ?? '').replaceAll('; ', '&')),
  )
  const { status, headers, body } = route({ method: request.method, url, cookies })
  response.writeHead(status, headers).end(body)
})

server.listen(8080)
