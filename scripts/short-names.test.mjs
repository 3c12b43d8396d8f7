import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { classNameOf, withoutKeys } from './short-names.mjs'

const SOURCE = new URL('../packages/console/src/', import.meta.url)
const sheets = readdirSync(SOURCE, { recursive: true }).filter((name) => name.endsWith('.module.css'))

// The app's package; this folder has none of its own.
const root = fileURLToPath(new URL('..', import.meta.url))

test('no two sheets have one name, and no class of one is called like a class of another', () => {
  const names = sheets.map((sheet) => basename(sheet, '.module.css'))
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  // An underscore in either would make one name of two.
  expect(names.filter((name) => name.includes('_'))).toEqual([])
  const withOne = sheets.filter((sheet) =>
    /\.[a-z][\w-]*_/i.test(readFileSync(new URL(sheet, SOURCE), 'utf8')),
  )
  expect(withOne).toEqual([])
})

test('a class is called by its sheet, however that was asked for', () => {
  expect(classNameOf('main', '/a/session.module.css')).toBe('session_main')
  expect(classNameOf('main', '/a/session.module.css?used')).toBe('session_main')
})

test('icons keep their lines and lose their keys', () => {
  const icon = readFileSync(`${root}/node_modules/lucide-solid/dist/source/icons/search.jsx`, 'utf8')
  expect(icon).toContain('key: "')
  expect(withoutKeys(icon)).not.toContain('key')
  expect(withoutKeys(icon)).toContain('["circle", { cx: "11", cy: "11", r: "8" }]')
})
