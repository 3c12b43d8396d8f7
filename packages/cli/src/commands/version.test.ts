import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VERSION } from '@kilo-console/console/shared/version'
import { expect, it } from 'vitest'

const packages = join(import.meta.dirname, '../../..')

interface Manifest {
  version: string
  dependencies?: Record<string, string>
}

it.each(readdirSync(packages))(
  'the package %s, and what it takes of ours, has the version that kilo says',
  (name) => {
    const text = readFileSync(join(packages, name, 'package.json'), 'utf8')
    const { version, dependencies = {} } = JSON.parse(text) as Manifest
    const ours = Object.keys(dependencies).filter((name) => name.startsWith('@kilo-console/'))
    expect([version, ...ours.map((name) => dependencies[name])]).toEqual(Array(ours.length + 1).fill(VERSION))
  },
)

it('the changelog has a section for it', () => {
  const changelog = readFileSync(join(packages, '../CHANGELOG.md'), 'utf8')
  expect(changelog).toMatch(
    new RegExp(`^## ${VERSION.replaceAll('.', '\\.')} \\(\\d{4}-\\d\\d-\\d\\d\\)$`, 'm'),
  )
})
