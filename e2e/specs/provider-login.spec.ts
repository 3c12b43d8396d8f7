/** Logging in to providers, by the ways that the real engine has: as far as that goes without their servers, and one of them to its end. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { providersOf } from '../models/providers.ts'

test('one logs in to a provider by the ways that the engine has, and nothing is written before it is finished', async ({
  consolePage: page,
  problems,
  world,
}) => {
  page.setDefaultTimeout(20_000)
  const providers = providersOf(page)
  const keys = () => readFile(path.join(world.home, '.local/share/kilo/auth.json'), 'utf8')
  problems.allow(/ 400 .*\/provider\/[\w-]+\/oauth\/authorize/)
  await providers.open()
  await test.step('ways that ask for something first, and a provider out of reach', async () => {
    const view = await providers.logIn('github-copilot')
    const address = view.getByLabel('Enter your GitHub Enterprise URL or domain')
    await expect(address).toBeHidden()
    await view.getByLabel('Select GitHub deployment type').selectOption('enterprise')
    await address.fill('no-such.example')
    await expectAccessible(page, 'ways to log in')
    await view.getByRole('button', { name: 'Continue' }).click()
    await expect(view.getByRole('alert')).toContainText('Kilo can’t reach the provider from its machine.')
    await view.getByRole('button', { name: 'Cancel' }).click()
    await expect(providers.region).toBeVisible()
  })

  await test.step('a page without https is not opened', async () => {
    const view = await providers.logIn('gitlab')
    await view.getByLabel('GitLab instance URL').fill('http://127.0.0.1:9')
    await view.getByRole('button', { name: 'Continue' }).click()
    await expect(view.getByRole('alert')).toContainText('no page over https')
    await view.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('waited for, stopped, and finished once somebody has logged in', async () => {
    const view = await providers.logIn('digitalocean')
    await view.getByRole('button', { name: 'Continue' }).click()
    const link = view.getByRole('link', { name: 'Open the login page' })
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    const url = new URL((await link.getAttribute('href')) ?? '')
    expect(url.origin).toBe('https://cloud.digitalocean.com')
    await expect(view).toContainText('It comes back to localhost:1456 of the machine that Kilo runs on')
    await expectAccessible(page, 'a login that has begun')
    await view.getByRole('button', { name: 'Finish login' }).click()
    await view.getByRole('button', { name: 'Stop waiting' }).click()
    await expect(view.getByRole('alert')).toContainText('Stopped waiting')
    await expect(keys()).rejects.toThrow('ENOENT')
    await view.getByRole('button', { name: 'Begin again' }).click()
    await view.getByRole('button', { name: 'Continue' }).click()
    await expect(link).toBeVisible()
    const again = new URL((await link.getAttribute('href')) ?? '')
    const state = again.searchParams.get('state')
    expect(state).not.toBe(url.searchParams.get('state'))
    // What the provider’s page does at the end, in a browser of this machine.
    const back = new URL('/auth/token', again.searchParams.get('redirect_uri') ?? '')
    const told = { access_token: 'dop_v1_planted', expires_in: '3600', state }
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(back, { method: 'POST', headers, body: JSON.stringify(told) })
    expect(status).toBe(200)
    await expect(keys()).rejects.toThrow('ENOENT')
    await view.getByRole('button', { name: 'Finish login' }).click()
    await expect(providers.region).toBeVisible()
    expect(JSON.parse(await keys())).toMatchObject({ digitalocean: { key: 'dop_v1_planted' } })
    expect((await stat(path.join(world.home, '.local/share/kilo/auth.json'))).mode & 0o777).toBe(0o600)
  })

  await test.step('it is listed with what is stored, and can be logged in to anew', async () => {
    await providers.region.getByRole('button', { name: /digitalocean/i }).click()
    const row = providers.region.getByRole('listitem').filter({ hasText: /digitalocean/i })
    await expect(row).toContainText('stored in auth.json')
    await row.getByRole('button', { name: 'Log in…' }).click()
    await expect(page.getByRole('region', { name: /^Log in to digitalocean/i })).toBeVisible()
  })
})
