import { plainBase } from '@kilo-console/daemon'
import { InvalidArgumentError } from 'commander'

/** 0 stands for: the first free one of the range. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A number of lines is needed.')
  return Number(text)
}

export function parseHostname(text: string): string {
  if (!/^[\w:][\w.:-]*$/.test(text)) throw new InvalidArgumentError('A host name or an address is needed.')
  return text
}

export function parseBase(text: string): string {
  const base = plainBase(text)
  if (base === undefined) throw new InvalidArgumentError('A plain path such as /kilo/ is needed.')
  return base
}
