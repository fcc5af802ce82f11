// Passwords: long and not guessable, whatever they are made of.
import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './hash.ts'
import { judgePassword } from './password.ts'

const context = {
  organisation: 'Elm Park Community Health Trust',
  name: 'Amina Yusuf',
  email: 'amina.yusuf@elmpark.nhs.uk',
}
const judge = (password: string) => judgePassword(password, context)

const good = [
  'marmalade lantern tugboat',
  'correct mule armchair tin',
  'vT9#kq-Lw2@mZx8',
  'four wet otters on skates',
  'żółta łódź podwodna',
  'pebble orchestra windmill',
  '정말 긴 비밀번호를 씁니다 여기',
  'I read three books a week',
]
test.each(good)('takes %s', (password) => {
  expect(judge(password)).toEqual({ ok: true, value: undefined })
})

const guessable = [
  'passwordpassword',
  'Password12345678',
  'P4ssw0rdP4ssw0rd!',
  'correct horse battery staple',
  'Manchester United',
  'aaaaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  '1234567890123456',
  '9876543210987654',
  'qwertyuiopasdfghjkl',
  '1qaz2wsx3edc4rfv',
  'AminaYusuf123456',
  'ElmParkCommunity1',
  'SupervisionSupervision',
  'clinical-supervision-2027',
  'Summer2026Autumn2026',
  'welcome welcome welcome',
  'nhs nhs nhs nhs nhs',
  'abcdefghijklmnopqrs',
  'Trust Health Community Park',
]
test.each(guessable)('refuses %s as easy to guess', (password) => {
  const decision = judge(password)
  expect(decision.ok).toBe(false)
  expect(decision).toHaveProperty('reason', expect.stringMatching(/Choose three or four words/))
})

test('fourteen characters are too few and two hundred and one too many', () => {
  expect(judge('vT9#kq-Lw2@mZx')).toMatchObject({ ok: false, reason: 'Password must be 15 characters or more' })
  expect(judge(`marmalade lantern ${'tugboat '.repeat(30)}`)).toMatchObject({
    ok: false,
    reason: 'Password must be 200 characters or fewer',
  })
})

test('characters that cannot be typed again are refused', () => {
  for (const sign of ['\u0000', '\n', '\t', '\u007f']) expect(judge(`marmalade${sign}lantern tugboat`).ok).toBe(false)
})

test('a letter composed of two strokes is the same letter', async () => {
  const hash = await hashPassword('caf\u00e9 lantern tugboat')
  expect(await isPassword(hash, 'cafe\u0301 lantern tugboat')).toBe(true)
  expect(await isPassword(hash, 'cafe lantern tugboat')).toBe(false)
})

test('a hash says how it was made: argon2id, 19 MiB, two passes', async () => {
  expect(await hashPassword('marmalade lantern tugboat')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
