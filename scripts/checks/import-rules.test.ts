import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, describe, expect, test } from 'vitest'
import config from '../../.dependency-cruiser.mjs'

// Each rule is fed a small project that breaks it and nothing else; a check that cannot fail is not a check.

type Files = Record<string, string>

const FOLDERS = ['app', 'components', 'lib', 'emulator', 'prisma', 'scripts', 'e2e']
const PACKAGES = [
  'stripe',
  '@stripe/stripe-js',
  '@stripe/react-stripe-js',
  'next',
  'zod',
  'pg',
  '@prisma/client',
]

let project = ''
afterEach(() => rmSync(project, { recursive: true, force: true }))

function write(files: Files): void {
  project = mkdtempSync(path.join(tmpdir(), 'holdfast-rules-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(project, file), text)
  }
}

/** The names of the rules that a project with these files breaks. */
async function broken(files: Files): Promise<string[]> {
  const packages = PACKAGES.flatMap(name => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ])
  const imports = { '#lib/*': './lib/*', '#components/*': './components/*', '#prisma/*': './prisma/*' }
  const dependencies = Object.fromEntries(PACKAGES.map(name => [name, '1.0.0']))
  write({
    ...Object.fromEntries(packages),
    'package.json': JSON.stringify({ name: 'fixture', type: 'module', imports, dependencies }),
    ...files,
  })
  const { tsConfig: _, ...options } = config.options ?? {}
  const { enhancedResolveOptions, ...cruiseOptions } = options
  const present = FOLDERS.filter(folder => Object.keys(files).some(file => file.startsWith(`${folder}/`)))
  const result = await cruise(
    present,
    { ...cruiseOptions, baseDir: project, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true },
    enhancedResolveOptions,
  )
  const { summary } = result.output as ICruiseResult
  return [...new Set(summary.violations.map(violation => violation.rule.name))].sort()
}

const importing = (target: string) => `import * as it from '${target}'\nexport default it\n`
const THING = 'export const thing = 1\n'

const BREACHES: Record<string, Files[]> = {
  'app-uses-domains': [
    { 'app/page.tsx': importing('#lib/db.ts'), 'lib/db.ts': THING },
    { 'app/page.tsx': importing('#prisma/words.ts'), 'prisma/words.ts': THING },
  ],
  'nobody-imports-app': [
    { 'scripts/a.ts': importing('../app/page.tsx'), 'app/page.tsx': THING },
    { 'lib/orders/queries.ts': importing('../../app/page.tsx'), 'app/page.tsx': THING },
  ],
  'components-are-presentational': [
    { 'components/a.tsx': importing('#lib/orders/queries.ts'), 'lib/orders/queries.ts': THING },
    { 'components/a.tsx': importing('#lib/env.ts'), 'lib/env.ts': THING },
    { 'components/a.tsx': importing('#lib/stripe/client.ts'), 'lib/stripe/client.ts': THING },
  ],
  'models-are-pure': [
    {
      'lib/orders/model.ts': importing('./words.ts'),
      'lib/orders/words.ts': importing('../env.ts'),
      'lib/env.ts': THING,
    },
  ],
  'leaves-stay-leaves': [{ 'lib/ids.ts': importing('./orders/model.ts'), 'lib/orders/model.ts': THING }],
  'actions-know-the-actor-only': [
    { 'lib/action.ts': importing('./orders/queries.ts'), 'lib/orders/queries.ts': THING },
  ],
  'stripe-door-knows-no-domain': [
    { 'lib/stripe/refunds.ts': importing('../orders/model.ts'), 'lib/orders/model.ts': THING },
    { 'lib/stripe/refunds.ts': importing('../db.ts'), 'lib/db.ts': THING },
    { 'lib/stripe/refunds.ts': importing('next') },
    { 'lib/stripe/refunds.ts': importing('@prisma/client') },
  ],
  'one-door-to-stripe': [
    { 'lib/payments/capture-payment.ts': importing('stripe') },
    { 'lib/money.ts': importing('@stripe/stripe-js') },
    { 'components/orders/a.tsx': importing('@stripe/react-stripe-js') },
    { 'lib/refunds/model.ts': `import type { Stripe } from '@stripe/stripe-js'\nexport type S = Stripe\n` },
    { 'scripts/a.ts': importing('stripe') },
  ],
  'elements-wrapper-only': [
    { 'components/stripe/a.tsx': importing('@stripe/stripe-js') },
    {
      'components/stripe/a.tsx': `import type { Stripe } from '@stripe/stripe-js'\nexport type S = Stripe\n`,
    },
  ],
  'orders-know-no-stripe': [
    { 'lib/orders/place-order.ts': importing('../stripe/refunds.ts'), 'lib/stripe/refunds.ts': THING },
  ],
  'webhooks-are-outermost': [
    {
      'lib/cards/record-card.ts': importing('../webhooks/receive-event.ts'),
      'lib/webhooks/receive-event.ts': THING,
    },
  ],
  'webhooks-record-facts': [
    {
      'lib/webhooks/handlers.ts': importing('../cards/remove-card.ts'),
      'lib/cards/remove-card.ts': THING,
    },
  ],
  'money-domains': [
    { 'lib/payments/a.ts': importing('../cards/remove-card.ts'), 'lib/cards/remove-card.ts': THING },
    { 'lib/refunds/a.ts': importing('../users/queries.ts'), 'lib/users/queries.ts': THING },
    { 'lib/payouts/a.ts': importing('../jobs/tasks.ts'), 'lib/jobs/tasks.ts': THING },
  ],
  'ledger-knows-amounts-only': [
    { 'lib/ledger/post.ts': importing('../orders/model.ts'), 'lib/orders/model.ts': THING },
  ],
  'audit-and-queue-are-inner': [
    { 'lib/audit/record-audit-event.ts': importing('../users/queries.ts'), 'lib/users/queries.ts': THING },
    { 'lib/jobs/enqueue.ts': importing('../payments/a.ts'), 'lib/payments/a.ts': THING },
  ],
  'notifications-and-mail-are-inner': [
    { 'lib/notifications/notify.ts': importing('../orders/queries.ts'), 'lib/orders/queries.ts': THING },
    { 'lib/mail/deliver-mail.ts': importing('../users/queries.ts'), 'lib/users/queries.ts': THING },
  ],
  'emulator-stands-alone': [{ 'emulator/main.ts': importing('../lib/ids.ts'), 'lib/ids.ts': THING }],
  'nobody-imports-emulator': [
    { 'scripts/start.ts': importing('../emulator/main.ts'), 'emulator/main.ts': THING },
    { 'lib/orders/queries.ts': importing('../../emulator/main.ts'), 'emulator/main.ts': THING },
  ],
  'one-importer-of-the-database-client': [
    {
      'lib/orders/queries.ts': importing('#prisma/generated/client.ts'),
      'prisma/generated/client.ts': THING,
    },
  ],
  'seed-goes-through-commands': [
    { 'prisma/seed.ts': importing('../lib/stripe/client.ts'), 'lib/stripe/client.ts': THING },
  ],
  'e2e-acts-through-the-browser': [
    { 'e2e/a.spec.ts': importing('../lib/stripe/refunds.ts'), 'lib/stripe/refunds.ts': THING },
  ],
  'test-support-stays-in-tests': [
    { 'lib/orders/queries.ts': importing('../testing/database.ts'), 'lib/testing/database.ts': THING },
  ],
  'scripts-are-not-a-library': [
    { 'lib/orders/queries.ts': importing('../../scripts/refusal.ts'), 'scripts/refusal.ts': THING },
  ],
  'no-circles': [{ 'lib/cards/a.ts': importing('./b.ts'), 'lib/cards/b.ts': importing('./a.ts') }],
  'everything-resolves': [{ 'lib/cards/a.ts': importing('./gone.ts') }],
}

describe('every import rule', () => {
  test('has a breach here', () => {
    expect(Object.keys(BREACHES).sort()).toEqual((config.forbidden ?? []).map(rule => rule.name).sort())
  })

  for (const [rule, projects] of Object.entries(BREACHES)) {
    test.each(projects.map(files => [Object.keys(files).join(' -> '), files] as const))(
      `${rule} refuses %s`,
      async (_, files) => expect(await broken(files)).toEqual([rule]),
    )
  }
})

test('a project that keeps to the architecture breaks no rule', async () => {
  const files = {
    'app/page.tsx': `${importing('#lib/payments/capture-payment.ts')}import '#components/stripe/form.tsx'\n`,
    'components/stripe/form.tsx': `${importing('@stripe/react-stripe-js')}import '#lib/stripe/browser.ts'\n`,
    'components/orders/a.tsx': `${importing('#lib/orders/model.ts')}import '#lib/money.ts'\n`,
    'lib/money.ts': THING,
    'lib/db.ts': importing('#prisma/generated/client.ts'),
    'prisma/generated/client.ts': THING,
    'prisma/seed.ts': importing('../lib/payments/capture-payment.ts'),
    'lib/orders/model.ts': `${importing('zod')}import '../money.ts'\n`,
    'lib/orders/queries.ts': `${importing('../db.ts')}import './model.ts'\n`,
    'lib/payments/capture-payment.ts': `${importing('../stripe/payment-intents.ts')}import '../orders/queries.ts'\n`,
    'lib/payments/record-payment.ts': importing('../db.ts'),
    'lib/stripe/browser.ts': importing('@stripe/stripe-js'),
    'lib/stripe/payment-intents.ts': `${importing('stripe')}import '../money.ts'\n`,
    'lib/webhooks/handlers.ts': importing('../payments/record-payment.ts'),
    'lib/jobs/tasks.ts': importing('../webhooks/handlers.ts'),
    'emulator/main.ts': importing('stripe'),
    'e2e/a.spec.ts': importing('../lib/payments/capture-payment.ts'),
  }
  expect(await broken(files)).toEqual([])
})
