import { Prisma } from '../db.ts'
import type { ListName } from './model.ts'

type Definition = {
  /** The table, whose rows are `r` in all the rest. */
  table: Prisma.Sql
  status: Prisma.Sql
  /** Columns of Stripe's ids. */
  stripeIds: Prisma.Sql[]
  /** Rows about people, by an array of their ids. */
  ofPeople: (ids: Prisma.Sql) => Prisma.Sql
  /** The page's rows with what is shown of them, from `page r` on: about, who, stripeId, amount, currency, href. */
  shown: Prisma.Sql
  joins: Prisma.Sql
  hasMode: boolean
}

const { sql } = Prisma
const column = (name: string) => Prisma.raw(`r.${name}`)

const orderOf = (ids: Prisma.Sql) =>
  sql`(SELECT id FROM orders WHERE employer_id = ANY(${ids}) OR contractor_id = ANY(${ids}))`
const named = sql`'#' || o.number || ' ' || o.title`
const orderPage = sql`'/admin/orders/' || o.id`
const money = sql`r.amount, r.currency`
const noMoney = sql`NULL::bigint AS amount, NULL::text AS currency`
const parties = sql`e.display_name || ' → ' || c.display_name`
const partyNames = sql`
  LEFT JOIN user_profiles e ON e.user_id = o.employer_id LEFT JOIN user_profiles c ON c.user_id = o.contractor_id`

/** What each list is made of. Only what is on the page is joined with names, so that a page costs what its rows cost. */
export const DEFINITIONS: Record<ListName, Definition> = {
  orders: {
    table: sql`orders r`,
    status: sql`r.status::text`,
    stripeIds: [],
    ofPeople: ids => sql`(r.employer_id = ANY(${ids}) OR r.contractor_id = ANY(${ids}))`,
    shown: sql`${named} AS about, ${parties} AS who, NULL AS "stripeId", ${money}, ${orderPage} AS href`,
    joins: sql`JOIN orders o ON o.id = r.id ${partyNames}`,
    hasMode: true,
  },
  payments: {
    table: sql`payments r`,
    status: sql`r.status::text`,
    stripeIds: [
      'stripe_payment_intent_id',
      'stripe_charge_id',
      'stripe_transfer_id',
      'stripe_application_fee_id',
    ].map(column),
    ofPeople: ids => sql`r.order_id IN ${orderOf(ids)}`,
    shown: sql`${named} AS about, ${parties} AS who, r.stripe_payment_intent_id AS "stripeId", ${money}, ${orderPage} AS href`,
    joins: sql`JOIN orders o ON o.id = r.order_id ${partyNames}`,
    hasMode: true,
  },
  refunds: {
    table: sql`refunds r`,
    status: sql`r.status::text`,
    stripeIds: ['stripe_refund_id', 'stripe_transfer_reversal_id'].map(column),
    ofPeople: ids => sql`r.payment_id IN (SELECT id FROM payments WHERE order_id IN ${orderOf(ids)})`,
    shown: sql`${named} AS about, ${parties} AS who, r.stripe_refund_id AS "stripeId", ${money}, ${orderPage} || '#refunds' AS href`,
    joins: sql`JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id ${partyNames}`,
    hasMode: true,
  },
  recoveries: {
    table: sql`recoveries r`,
    status: sql`r.status::text`,
    stripeIds: [column('stripe_object_id')],
    ofPeople: ids => sql`r.contractor_id = ANY(${ids})`,
    shown: sql`coalesce(${named}, r.reason) AS about, c.display_name AS who, r.stripe_object_id AS "stripeId", ${money},
      '/admin/contractors/' || r.contractor_id || '#recoveries' AS href`,
    joins: sql`LEFT JOIN orders o ON o.id = r.order_id LEFT JOIN user_profiles c ON c.user_id = r.contractor_id`,
    hasMode: true,
  },
  payouts: {
    table: sql`payouts r`,
    status: sql`r.status::text`,
    stripeIds: [column('stripe_payout_id')],
    ofPeople: ids =>
      sql`r.connected_account_id IN (SELECT id FROM connected_accounts WHERE user_id = ANY(${ids}))`,
    shown: sql`coalesce(r.bank_name || ' ', '') || coalesce('•••• ' || r.bank_last4, r.method) AS about,
      coalesce(c.display_name, 'Holdfast') AS who, r.stripe_payout_id AS "stripeId", ${money},
      coalesce('/admin/contractors/' || a.user_id || '#payouts', '') AS href`,
    joins: sql`
      LEFT JOIN connected_accounts a ON a.id = r.connected_account_id LEFT JOIN user_profiles c ON c.user_id = a.user_id`,
    hasMode: true,
  },
  disputes: {
    table: sql`disputes r`,
    status: sql`r.status`,
    stripeIds: [column('stripe_dispute_id')],
    ofPeople: ids => sql`r.payment_id IN (SELECT id FROM payments WHERE order_id IN ${orderOf(ids)})`,
    shown: sql`${named} AS about, ${parties} AS who, r.stripe_dispute_id AS "stripeId", ${money}, ${orderPage} AS href`,
    joins: sql`JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id ${partyNames}`,
    hasMode: true,
  },
  users: {
    table: sql`users r`,
    status: sql`CASE WHEN r.suspended_at IS NULL THEN r.role::text ELSE 'suspended' END`,
    stripeIds: [],
    ofPeople: ids => sql`r.id = ANY(${ids})`,
    shown: sql`coalesce(c.display_name, r.email) AS about, r.email AS who, NULL AS "stripeId", ${noMoney},
      '/admin/users/' || r.id AS href`,
    joins: sql`LEFT JOIN user_profiles c ON c.user_id = r.id`,
    hasMode: false,
  },
  accounts: {
    table: sql`connected_accounts r`,
    status: sql`CASE WHEN r.charges_enabled AND r.payouts_enabled THEN 'enabled' WHEN r.details_submitted THEN 'restricted'
      ELSE 'incomplete' END`,
    stripeIds: [column('stripe_account_id')],
    ofPeople: ids => sql`r.user_id = ANY(${ids})`,
    shown: sql`c.display_name AS about, r.country || ', ' || upper(r.default_currency) AS who, r.stripe_account_id AS "stripeId",
      ${noMoney}, '/admin/contractors/' || r.user_id AS href`,
    joins: sql`LEFT JOIN user_profiles c ON c.user_id = r.user_id`,
    hasMode: true,
  },
}
