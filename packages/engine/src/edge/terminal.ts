import type { Pty } from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import { among, id, list, may, message, name, number, object, path, text, type Schema } from './bounds.ts'

export const terminal: Schema<Pty> = object<Pty>({
  id,
  title: name,
  command: message,
  args: list(text),
  cwd: path,
  status: among('running', 'exited'),
  pid: number,
  exitCode: may(number),
  sessionID: may(v.nullable(id)),
})
