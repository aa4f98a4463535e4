import type { ListingCategory } from '#lib/catalogue/category-model.ts'
import { db } from '#lib/db.ts'
import { arrangeChanges, arrangeDisputes, arrangeRefund } from '#lib/demo/arrange-aftermath.ts'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '#lib/demo/arrange-contractor.ts'
import { arrangeCard, arrangeEmployer } from '#lib/demo/arrange-employer.ts'
import { arrangeListing } from '#lib/demo/arrange-listing.ts'
import { arrangeOrder, type Parties } from '#lib/demo/arrange-order.ts'
import { arrangeProject } from '#lib/demo/arrange-project.ts'
import { DEMO_ORIGIN, expectOk } from '#lib/demo/expect-ok.ts'
import { DEMO_PEOPLE, DEMO_PASSWORD as password } from '#lib/demo/people.ts'
import { openDisagreement } from '#lib/disagreements/open-disagreement.ts'
import { env } from '#lib/env.ts'
import { newRequestKey } from '#lib/ids.ts'
import { createAdmin } from '#lib/users/create-admin.ts'
import type { Actor } from '#lib/users/model.ts'

// People and orders in every state, made through the same commands that the app uses. For the local Stripe only: with a
// real key nobody gets an account whose password is in the README.

async function contractors() {
  const clara = await arrangeContractor({ ...DEMO_PEOPLE.clara, password })
  await arrangeDetails(clara)
  await arrangeDocuments(clara)
  const liam = await arrangeContractor({ ...DEMO_PEOPLE.liam, password })
  await arrangeDetails(liam)
  const mia = await arrangeContractor({ ...DEMO_PEOPLE.mia, password })
  await arrangeDetails(mia, 'address_no_match')
  await arrangeDocuments(mia)
  return { clara }
}

async function listings(clara: Actor) {
  const listing = (
    category: ListingCategory,
    title: string,
    amount: bigint,
    deliveryDays: number,
    hue: number,
    description: string,
  ) => arrangeListing(clara, { category, title, amount, deliveryDays, hue, description })
  await listing(
    'design',
    'Logo in three drafts',
    45_000n,
    10,
    12,
    'Three drafts after one talk, then one of them in vector form, in colour and in black.',
  )
  await listing(
    'illustration',
    'A portrait from a photograph',
    18_000n,
    5,
    205,
    'Head and shoulders, drawn by hand and scanned, 40 × 50 cm at 300 dpi.',
  )
  await listing(
    'design',
    'Icons, twenty of them',
    22_000n,
    7,
    140,
    'Twenty icons in one weight on a grid of 24, as SVG, with one round of changes.',
  )
}

async function disagree({ employer }: Parties, orderId: string) {
  const text = 'The prices on the second page are those of last year. I ask for a part of the money back.'
  expectOk(await openDisagreement(employer, { orderId, text, requestKey: newRequestKey() }), 'disagree')
}

type Cards = { bypass: string; disputed: string }

async function orders(parties: Parties, cards: Cards, admin: Actor) {
  const order = (title: string, amount: bigint, description: string) => ({ title, amount, description })
  await arrangeOrder(
    parties,
    order('Logo for a bakery', 45_000n, 'Three drafts, then one in vector form.'),
    'canceled',
  )
  const paid = { ...parties, savedCardId: cards.bypass }
  await arrangeOrder(
    paid,
    order('Illustrations for a cookbook', 120_000n, 'Twelve full-page illustrations.'),
    'completed',
  )
  const menu = order('Menu redesign', 38_050n, 'Two pages, print and web.')
  await disagree(parties, await arrangeOrder(parties, menu, 'completed'))
  await arrangeOrder(
    parties,
    order('Poster series', 64_000n, 'Four posters for the summer market.'),
    'delivered',
  )
  await arrangeOrder(
    parties,
    order('Packaging for tea', 89_900n, 'Boxes in three sizes, with dielines.'),
    'held',
  )
  const label = order('Labels for jam', 21_000n, 'Six labels, one for each fruit.')
  const labels = await arrangeOrder(parties, label, 'delivered')
  await arrangeChanges(parties.employer, labels, 'The plums are blue. Please make them darker.')
  const flyer = order('A flyer in two languages', 24_000n, 'Both sides, print and web.')
  await arrangeRefund(admin, await arrangeOrder(parties, flyer, 'completed'), '60')
  const map = order('A map of the harbour', 33_000n, 'For the wall of the office, one metre wide.')
  await arrangeOrder({ ...parties, savedCardId: cards.disputed }, map, 'completed')
  await arrangeDisputes()
  await arrangeOrder(parties, order('Icons for an app', 27_500n, 'Forty icons in two weights.'), 'placed')
}

if (env().stripe.mode !== 'local') {
  console.log(
    'Not seeded: people of the demo are for the local Stripe. Make an admin with: npm run admin:create',
  )
} else if ((await db().user.count()) === 0) {
  const { alex, fiona, sam } = DEMO_PEOPLE
  const owner = await createAdmin({ ...alex, password, adminRole: 'owner' })
  const { userId } = expectOk(owner, 'make an owner')
  expectOk(await createAdmin({ ...fiona, password, adminRole: 'finance' }), 'make an admin for finance')
  expectOk(await createAdmin({ ...sam, password, adminRole: 'support' }), 'make an admin for support')
  const { clara } = await contractors()
  const emma = await arrangeEmployer({ ...DEMO_PEOPLE.emma, password })
  await arrangeEmployer({ ...DEMO_PEOPLE.noah, password })
  const savedCardId = await arrangeCard(emma, 'pm_card_visa')
  const bypass = await arrangeCard(emma, 'pm_card_bypassPending')
  const disputed = await arrangeCard(emma, 'pm_card_createDispute')
  await untilPayable(clara)
  await listings(clara)
  const parties = { employer: emma, contractor: clara, savedCardId }
  const admin: Actor = { userId, role: 'ADMIN', adminRole: 'owner', origin: DEMO_ORIGIN }
  await orders(parties, { bypass, disputed }, admin)
  await arrangeProject(parties, {
    title: 'A website for the bakery',
    description: 'Five pages for phones first, with the menu of the day and the way to the shop.',
    milestones: [
      { title: 'Sketches', amount: 30_000n },
      { title: 'Pages', amount: 90_000n },
      { title: 'Photographs and texts', amount: 45_000n },
    ],
  })
}
await db().$disconnect()
