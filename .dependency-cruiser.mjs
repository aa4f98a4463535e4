import {
  BUILT_IN,
  GENERATED,
  LEAF,
  MONEY_DOMAINS,
  PACKAGE,
  PURE_LEAF,
  STRIPE_PACKAGE,
  TEST,
  WORDS,
} from './scripts/checks/import-places.mjs'

// The import rules of this project: folders are domain words, dependencies point one way, Stripe is one door.
// Each rule is proved by scripts/checks/import-rules.test.ts to refuse what it names.

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const forbidden = [
  forbid(
    'app-uses-domains',
    'app/ reaches data and Stripe through lib/<domain> only, and never the local Stripe.',
    { path: '^(app/|proxy\\.ts$)', pathNot: TEST },
    { path: `^lib/db\\.ts$|^prisma/|^emulator/|^scripts/|^e2e/|${STRIPE_PACKAGE}` },
  ),
  forbid('nobody-imports-app', 'Routes are the outermost layer.', { pathNot: '^app/' }, { path: '^app/' }),
  forbid(
    'components-are-presentational',
    'Components get data and actions as props: of lib/ they see models, pure leaves and the browser side of Stripe.',
    { path: '^components/', pathNot: `${TEST}|^components/words/use-[a-z-]+\\.server\\.ts$` },
    {
      pathNot: `^components/|${WORDS}|^lib/[^/]+/[a-z-]*model\\.ts$|${PURE_LEAF}|^lib/stripe/browser\\.ts$|${PACKAGE}`,
    },
  ),
  forbid(
    'models-are-pure',
    'What the browser may have never leads to the server, however many steps away.',
    { path: `^lib/[^/]+/[a-z-]*model\\.ts$|${PURE_LEAF}|${WORDS}` },
    {
      path: '^lib/(db|env|logger|action)\\.ts$|^prisma/|node_modules/(pg|next|pino|stripe)/',
      reachable: true,
    },
  ),
  forbid(
    'leaves-stay-leaves',
    'lib/*.ts import only each other and packages.',
    { path: LEAF, pathNot: `${TEST}|^lib/action\\.ts$` },
    { pathNot: `${LEAF}|${WORDS}|${GENERATED}|${PACKAGE}|${BUILT_IN}` },
  ),
  forbid(
    'actions-know-the-actor-only',
    'lib/action.ts is a leaf but for this: it loads the Actor and what they may do, speaks their language, and lets a form be one operation.',
    { path: '^lib/action\\.ts$' },
    { pathNot: `${LEAF}|^lib/(users|submissions|access|i18n)/|${PACKAGE}|${BUILT_IN}` },
  ),
  forbid(
    'stripe-door-knows-no-domain',
    'lib/stripe takes and returns our own shapes: leaves only, no database, no Next.js, no domain.',
    { path: '^lib/stripe/', pathNot: TEST },
    {
      path: `^(app|components|emulator|scripts|prisma|e2e)/|^lib/(?!stripe/)[^/]+/|^lib/db\\.ts$|${PACKAGE}(@prisma|next)/`,
    },
  ),
  forbid(
    'one-door-to-stripe',
    "Only lib/stripe imports Stripe's packages, but for Elements' React wrapper in components/stripe and the measurements.",
    { pathNot: '^(lib/stripe|components/stripe|emulator|bench|node_modules)/' },
    { path: STRIPE_PACKAGE },
  ),
  forbid(
    'elements-wrapper-only',
    "components/stripe runs Elements' React wrapper; Stripe.js and its types come from lib/stripe/browser.ts.",
    { path: '^components/stripe/' },
    {
      path: STRIPE_PACKAGE,
      pathNot: `${PACKAGE}@stripe/react-stripe-js/`,
    },
  ),
  forbid(
    'orders-know-no-stripe',
    'What was agreed does not depend on how it is paid; only its days go by the clock that holds end by.',
    { path: '^lib/orders/', pathNot: TEST },
    { path: '^lib/stripe/', pathNot: '^lib/stripe/clock\\.ts$' },
  ),
  forbid(
    'webhooks-are-outermost',
    'Domains never import lib/webhooks; only the job table leads there.',
    { path: '^lib/', pathNot: `^lib/webhooks/|^lib/jobs/tasks\\.ts$|${TEST}` },
    { path: '^lib/webhooks/' },
  ),
  forbid(
    'webhooks-record-facts',
    'A webhook has the same effect as an action, because it calls the same record-* and sync-* functions.',
    { path: '^lib/webhooks/', pathNot: TEST },
    {
      path: '^lib/(?!webhooks/|stripe/|audit/|jobs/)[^/]+/',
      pathNot: '/(record|sync)-[^/]+\\.ts$|/model\\.ts$',
    },
  ),
  forbid(
    'money-domains',
    'Payments, refunds, recoveries, retransfers, disputes and payouts see orders, cards, the catalogue and onboarding through queries, and Stripe, ledger, audit, jobs.',
    { path: MONEY_DOMAINS, pathNot: TEST },
    {
      path: '^lib/[^/]+/',
      pathNot: `${MONEY_DOMAINS}|^lib/(orders|stripe|ledger|audit)/|^lib/(cards|onboarding|catalogue)/(queries|payable|orderable)\\.ts$|^lib/jobs/enqueue\\.ts$|^lib/notifications/(notify|tell-each|authentication-link)\\.ts$|/model\\.ts$|${WORDS}`,
    },
  ),
  forbid(
    'ledger-knows-amounts-only',
    'The ledger knows accounts and amounts, not orders or Stripe objects.',
    { path: '^lib/ledger/', pathNot: TEST },
    { path: '^lib/(?!ledger/)[^/]+/' },
  ),
  forbid(
    'audit-and-queue-are-inner',
    'Audit and the job queue are written in the transaction of whoever calls, and call nobody back.',
    { path: '^lib/audit/|^lib/jobs/(enqueue|model)\\.ts$', pathNot: TEST },
    { path: '^lib/(?!audit/|jobs/model\\.ts$)[^/]+/', pathNot: '/model\\.ts$' },
  ),
  forbid(
    'notifications-and-mail-are-inner',
    'They are told what to say and to whom, in the transaction of whoever calls; they know no domain.',
    { path: '^lib/(notifications|mail)/', pathNot: TEST },
    { path: '^lib/(?!notifications/|mail/|i18n/|jobs/enqueue\\.ts$)[^/]+/', pathNot: '/model\\.ts$' },
  ),
  forbid(
    'emulator-stands-alone',
    'The local Stripe is another program: it imports nothing of the app.',
    { path: '^emulator/' },
    { path: '^(app|components|lib|prisma|scripts|e2e)/' },
  ),
  forbid(
    'nobody-imports-emulator',
    'It is reached over HTTP only; scripts start it as a process.',
    { pathNot: '^emulator/' },
    { path: '^emulator/' },
  ),
  forbid(
    'one-importer-of-the-database-client',
    'Only lib/db.ts loads the generated client; others may name its types.',
    { pathNot: `^lib/db\\.ts$|${GENERATED}` },
    { path: GENERATED, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'seed-goes-through-commands',
    'The demo data is made with the commands of the app, so it cannot break a rule of the app.',
    { path: '^prisma/seed\\.ts$|^lib/demo/', pathNot: TEST },
    { path: `^lib/stripe/(client|browser)\\.ts$|${GENERATED}|${STRIPE_PACKAGE}` },
  ),
  forbid(
    'e2e-acts-through-the-browser',
    'Browser tests may arrange with commands and read invariants; they act through pages only.',
    { path: '^e2e/' },
    { path: '^(app|components|emulator)/|^lib/(stripe|webhooks)/' },
  ),
  forbid(
    'test-support-stays-in-tests',
    'lib/testing is for tests.',
    { pathNot: `${TEST}|^vitest\\.config\\.ts$` },
    { path: '^lib/testing/' },
  ),
  forbid(
    'scripts-are-not-a-library',
    'Nothing of the app depends on how it is started.',
    { path: '^(app|components|lib|prisma)/' },
    { path: '^scripts/' },
  ),
  forbid(
    'no-circles',
    'A circle has no direction.',
    { pathNot: GENERATED },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid(
    'everything-resolves',
    'An import that this check cannot follow is one that it cannot judge.',
    {},
    { couldNotResolve: true },
  ),
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: ['node_modules', GENERATED] },
    exclude: { path: ['(^|/)\\.next/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
