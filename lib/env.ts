import { z } from 'zod'

/** What an admin may refund or recover without a second one, in minor units: about a thousand US dollars. */
const ONE_ADMIN =
  'usd:100000,eur:100000,gbp:80000,cad:140000,aud:150000,nzd:170000,sgd:135000,hkd:780000,mxn:1800000,chf:90000,' +
  'pln:400000,czk:2300000,dkk:700000,nok:1000000,sek:1000000,jpy:150000,krw:1400000,huf:37000000,twd:3200000,' +
  'isk:13000000,ugx:370000000,bhd:375000,jod:700000,kwd:300000,omr:385000,tnd:3100000'
/** What support may refund without somebody of finance: about fifty US dollars. */
const SUPPORT =
  'usd:5000,eur:5000,gbp:4000,cad:7000,aud:7500,nzd:8500,sgd:6750,hkd:39000,mxn:90000,chf:4500,pln:20000,czk:115000,' +
  'dkk:35000,nok:50000,sek:50000,jpy:7500,krw:70000,huf:1850000,twd:160000,isk:650000,ugx:18500000,bhd:18750,' +
  'jod:35000,kwd:15000,omr:19250,tnd:155000'

const amounts = z.string().transform((text, ctx) => {
  const parts = text.split(',').filter(part => part.trim() !== '')
  const table = new Map<string, bigint>()
  for (const part of parts) {
    const match = /^\s*([a-z]{3})\s*:\s*(\d{1,9})\s*$/.exec(part)
    if (!match?.[1] || !match[2]) {
      ctx.addIssue({
        code: 'custom',
        message: 'must look like usd:30,eur:25 (minor units for each currency)',
      })
      return z.NEVER
    }
    table.set(match[1], BigInt(match[2]))
  }
  return table
})

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/, 'must start with sk_test_, sk_live_, rk_test_ or rk_live_'),
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_/, 'must start with pk_test_ or pk_live_'),
  STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_/, 'must start with whsec_'),
  STRIPE_LOCAL_URL: z.url().optional(),
  STRIPE_ACCOUNTS: z.enum(['v1', 'v2']).default('v1'),
  STRIPE_TIMEOUT_MS: z.coerce.number().int().min(100).max(80_000).default(20_000),
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/, message: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z.string().regex(/@/, 'must be an e-mail address').optional(),
  COMMISSION_BPS: z.coerce.number().int().min(0).max(10_000).default(1000),
  COMMISSION_FIXED: amounts.prefault(''),
  ONE_ADMIN_MAX: amounts.prefault(ONE_ADMIN),
  SUPPORT_REFUND_MAX: amounts.prefault(SUPPORT),
  AUTO_APPROVE_DAYS: z.coerce.number().int().min(0).max(60).default(5),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** Where Stripe is and which of its worlds our objects live in. `localUrl` is set only for the local Stripe. */
export type StripeConfig = {
  mode: 'local' | 'test' | 'live'
  livemode: boolean
  secretKey: string
  publishableKey: string
  webhookSecrets: string[]
  localUrl: string | null
  /** By which version of Stripe's API accounts are opened first. */
  accountsApi: 'v1' | 'v2'
  /** How long one try of a call may take. */
  timeoutMs: number
}

export type Env = Omit<z.output<typeof schema>, 'STRIPE_SECRET_KEY'> & { stripe: StripeConfig }

/** Thrown with one sentence for each thing that is wrong; the start command prints it as it is. */
export class EnvError extends Error {}

function stripeConfig(values: z.output<typeof schema>): StripeConfig {
  const livemode = values.STRIPE_SECRET_KEY.includes('_live_')
  if (livemode !== values.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY.startsWith('pk_live_')) {
    throw new EnvError(
      `STRIPE_SECRET_KEY is a ${livemode ? 'live' : 'test'} key but NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY is a ` +
        `${livemode ? 'test' : 'live'} key: take both from the same page of the Stripe dashboard.`,
    )
  }
  if (livemode && values.STRIPE_LOCAL_URL) {
    throw new EnvError(
      'STRIPE_LOCAL_URL is set beside a live key: remove it, the local Stripe takes test keys only.',
    )
  }
  return {
    mode: livemode ? 'live' : values.STRIPE_LOCAL_URL ? 'local' : 'test',
    livemode,
    secretKey: values.STRIPE_SECRET_KEY,
    publishableKey: values.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: values.STRIPE_WEBHOOK_SECRET.split(',').map(secret => secret.trim()),
    localUrl: values.STRIPE_LOCAL_URL ?? null,
    accountsApi: values.STRIPE_ACCOUNTS,
    timeoutMs: values.STRIPE_TIMEOUT_MS,
  }
}

/** Checks a whole environment. Throws EnvError naming every variable that is missing or malformed. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(present)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue =>
      issue.message.includes('received undefined')
        ? `${issue.path.join('.')} is not set.`
        : `${issue.path.join('.')} ${issue.message}.`,
    )
    throw new EnvError(lines.join('\n'))
  }
  const { STRIPE_SECRET_KEY: _, ...rest } = parsed.data
  if ((rest.SMTP_URL === undefined) !== (rest.MAIL_FROM === undefined)) {
    throw new EnvError('SMTP_URL and MAIL_FROM go together: set both to send mail, or neither.')
  }
  return { ...rest, stripe: stripeConfig(parsed.data) }
}

let cached: Env | undefined

/** The environment of this process, checked on first use (a build needs none). */
export function env(): Env {
  cached ??= parseEnv(process.env)
  return cached
}
