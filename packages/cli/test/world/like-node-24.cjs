// What Node 24 does by itself under NODE_USE_ENV_PROXY=1: fetch and the global agent send everything to the proxy. For older Nodes.
const http = require('node:http')
const net = require('node:net')

const { hostname, port } = new URL(process.env.HTTP_PROXY)
const agent = new http.Agent()
agent.createConnection = () => net.connect(Number(port), hostname)
http.globalAgent = agent
globalThis.fetch = (url) =>
  new Promise((resolve, reject) =>
    http.get({ hostname, port, path: new Request(url).url }, resolve).on('error', reject),
  )
