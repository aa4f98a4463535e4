import { describe, expect, test } from 'vitest'
import { EnvError, parseEnv } from './env.ts'

const whole = {
  DATABASE_URL: 'postgresql://holdfast@localhost/holdfast',
  STRIPE_SECRET_KEY: 'sk_test_abc',
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_one, whsec_two',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

describe('the environment', () => {
  test('tells test, live and local mode by the keys and the address alone', () => {
    expect(parseEnv(whole).stripe).toMatchObject({ mode: 'test', livemode: false, localUrl: null })
    expect(parseEnv({ ...whole, STRIPE_LOCAL_URL: 'http://127.0.0.1:12111' }).stripe.mode).toBe('local')
    const live = {
      ...whole,
      STRIPE_SECRET_KEY: 'sk_live_abc',
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_live_abc',
    }
    expect(parseEnv(live).stripe).toMatchObject({ mode: 'live', livemode: true })
  })

  test('takes two webhook secrets, for a rotation or two endpoints', () => {
    expect(parseEnv(whole).stripe.webhookSecrets).toEqual(['whsec_one', 'whsec_two'])
  })

  test.each([
    ['sk_live_abc', 'pk_test_abc'],
    ['sk_test_abc', 'pk_live_abc'],
  ])('refuses the mixed pair %s and %s', (secret, publishable) => {
    const mixed = { ...whole, STRIPE_SECRET_KEY: secret, NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: publishable }
    expect(() => parseEnv(mixed)).toThrow(/take both from the same page/)
  })

  test('takes a mail server and a sender together, or neither', () => {
    const mail = {
      SMTP_URL: 'smtps://user:pass@mail.example.com',
      MAIL_FROM: 'Holdfast <no-reply@example.com>',
    }
    expect(parseEnv({ ...whole, ...mail })).toMatchObject(mail)
    expect(() => parseEnv({ ...whole, SMTP_URL: mail.SMTP_URL })).toThrow(/go together/)
    expect(() => parseEnv({ ...whole, ...mail, SMTP_URL: 'https://mail.example.com' })).toThrow(/smtp:\/\//)
  })

  test('refuses a live key beside the local Stripe', () => {
    const live = { STRIPE_SECRET_KEY: 'sk_live_abc', NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_live_abc' }
    expect(() => parseEnv({ ...whole, ...live, STRIPE_LOCAL_URL: 'http://127.0.0.1:1' })).toThrow(EnvError)
  })

  test('names every variable that is missing or malformed, and never a value', () => {
    const check = () =>
      parseEnv({ STRIPE_SECRET_KEY: 'whoops_secret', NEXTAUTH_SECRET: 'short', COMMISSION_FIXED: 'usd' })
    expect(check).toThrow(/DATABASE_URL is not set/)
    expect(check).toThrow(/STRIPE_SECRET_KEY must start with/)
    expect(check).toThrow(/NEXTAUTH_SECRET must be at least 32/)
    expect(check).toThrow(/COMMISSION_FIXED must look like/)
    expect(check).not.toThrow(/whoops/)
  })

  test('reads the commission, its fixed part for each currency', () => {
    const env = parseEnv({ ...whole, COMMISSION_BPS: '750', COMMISSION_FIXED: 'usd:30, eur:25' })
    expect(env.COMMISSION_BPS).toBe(750)
    expect([...env.COMMISSION_FIXED]).toEqual([
      ['usd', 30n],
      ['eur', 25n],
    ])
  })
})
