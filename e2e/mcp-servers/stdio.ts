/** An MCP server that the engine starts itself: `node mcp-stdio.js notes|dies|hangs`. It speaks JSON, a message a line. */
import { createInterface } from 'node:readline'
import { answerTo, type RpcMessage } from './answer.ts'

const [manner = 'notes'] = process.argv.slice(2)

createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line) as RpcMessage
  // Whoever asks waits until its own limit.
  if (manner === 'hangs') return
  const answer = answerTo(message)
  if (answer) process.stdout.write(`${JSON.stringify(answer)}\n`)
  // It has promised to be there, and ends without a word.
  if (manner === 'dies' && message.method === 'initialize') process.exit(3)
})
