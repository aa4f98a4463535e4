// What the rules of .dependency-cruiser.mjs speak of, as patterns of paths.

export const LEAF = '^lib/[^/]+\\.ts$'
export const PACKAGE = '(^|/)node_modules/'
export const STRIPE_PACKAGE = '(^|/)node_modules/(@types/)?(stripe|@stripe)/'
export const TEST = '\\.(test|fault)\\.tsx?$|^lib/testing/|^emulator/.*testing/'
export const GENERATED = '^prisma/generated/'
export const BUILT_IN =
  '^(node:)?(crypto|buffer|util|stream|events|url|path|fs|os|async_hooks|timers|net|http|diagnostics_channel)(/|$)'

/** Messages and how they are said: no request, no database. */
export const WORDS = '^lib/i18n/(model|words|message|messages)\\.ts$|^lib/i18n/messages/'
/** Leaves that know neither server nor database: the browser may have them. */
export const PURE_LEAF =
  '^lib/(money|list-filter|currencies|countries|ids|result|action-(fields|state)|request-key)\\.ts$'

/** Folders whose commands move money; they know orders and Stripe, and of each other only what a row says. */
export const MONEY_DOMAINS = '^lib/(payments|refunds|recoveries|retransfers|disputes|payouts)/'
