import { readlinkSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { ownNetwork } from '../../scripts/own-network.mjs'

test('a worker has a network of its own, where the machine allows it', () => {
  test.skip(process.platform !== 'linux', 'there are no network namespaces')
  const networkOf = (pid: number) => readlinkSync(`/proc/${pid}/ns/net`)
  expect(networkOf(process.pid) !== networkOf(process.ppid)).toBe(ownNetwork().length > 0)
})
