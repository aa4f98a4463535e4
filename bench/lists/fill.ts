import type pg from 'pg'

/** An id of ours for the n-th row: as long as all others, and in the order of n. */
const id = (prefix: string, n: string) => `'${prefix}_' || lpad((${n})::text, 26, '0')`
const moment = (n: string) => `timestamp '2025-01-01' + (${n}) * interval '5 minutes'`

/** A marketplace as SQL: `orders` orders in all states with the money of each, among a fortieth as many employers. */
function statements(orders: number): string[] {
  const employers = Math.max(1, Math.floor(orders / 40))
  const contractors = Math.max(1, Math.floor(orders / 200))
  const amount = '(500 + (n * 7919) % 500000)'
  const users = (prefix: string, role: string, count: number) => `
    INSERT INTO users (id, email, password_hash, role, created_at)
    SELECT ${id('usr', `${prefix} + n`)}, '${role.toLowerCase()}' || n || '@example.test', '', '${role}', ${moment('n')}
    FROM generate_series(1, ${count}) n`
  const contractor = `${id('usr', `1000000 + 1 + n % ${contractors}`)}`
  const account = `${id('cac', `1 + n % ${contractors}`)}`
  return [
    users('0', 'EMPLOYER', employers),
    users('1000000', 'CONTRACTOR', contractors),
    `INSERT INTO user_profiles (user_id, display_name, country, updated_at)
     SELECT id, initcap(split_part(email, '@', 1)) || ' ' || (ARRAY['Ash','Birch','Cole','Dorn','Ende','Frost','Gale'])[1 + length(email) % 7],
       'US', now() FROM users`,
    `INSERT INTO customers (id, user_id, livemode, stripe_customer_id)
     SELECT ${id('cst', 'n')}, ${id('usr', 'n')}, false, 'cus_' || n FROM generate_series(1, ${employers}) n`,
    `INSERT INTO saved_cards (id, customer_id, livemode, stripe_payment_method_id, fingerprint, brand, last4, exp_month, exp_year)
     SELECT ${id('crd', 'n')}, ${id('cst', 'n')}, false, 'pm_' || n, 'f' || n, 'visa', lpad((n * 37 % 10000)::text, 4, '0'), 1, 2030
     FROM generate_series(1, ${employers}) n`,
    `INSERT INTO connected_accounts (id, user_id, livemode, stripe_account_id, country, default_currency, charges_enabled, payouts_enabled,
       details_submitted, external_bank_last4)
     SELECT ${id('cac', 'n')}, ${id('usr', '1000000 + n')}, false, 'acct_' || n, 'US', 'usd', n % 9 > 0, n % 9 > 0, n % 5 > 0,
       lpad((n * 53 % 10000)::text, 4, '0') FROM generate_series(1, ${contractors}) n`,
    `INSERT INTO orders (id, request_key, livemode, employer_id, contractor_id, title, description, amount, currency, commission_bps,
       commission_fixed, commission_amount, status, created_at, updated_at)
     SELECT ${id('ord', 'n')}, 'k' || n, false, ${id('usr', `1 + n % ${employers}`)}, ${contractor},
       (ARRAY['Logo','Poster','Website','Portrait','Menu','Catalogue'])[1 + n % 6] || ' for ' || (ARRAY['a bakery','a boat','the fair'])[1 + n % 3] || ' ' || n,
       '', ${amount}, (ARRAY['usd','eur','gbp'])[1 + n % 3], 1000, 0, ${amount} / 10,
       (ARRAY['placed','held','delivered','completed','completed','completed','canceled'])[1 + n % 7]::"OrderStatus", ${moment('n')}, now()
     FROM generate_series(1, ${orders}) n`,
    `INSERT INTO payments (id, order_id, request_key, livemode, connected_account_id, saved_card_id, amount, currency, commission_amount,
       status, stripe_payment_intent_id, stripe_charge_id, stripe_transfer_id, amount_captured, commission_captured, created_at, updated_at)
     SELECT ${id('pay', 'n')}, ${id('ord', 'n')}, 'k' || n, false, ${account}, ${id('crd', `1 + n % ${employers}`)}, ${amount},
       (ARRAY['usd','eur','gbp'])[1 + n % 3], ${amount} / 10,
       (ARRAY['requires_capture','succeeded','succeeded','succeeded','canceled'])[1 + n % 5]::"PaymentStatus", 'pi_' || n, 'ch_' || n, 'tr_' || n,
       CASE WHEN n % 5 IN (1, 2, 3) THEN ${amount} ELSE 0 END, 0, ${moment('n')}, now()
     FROM generate_series(1, ${orders}) n`,
    `INSERT INTO users (id, email, password_hash, role, admin_role) VALUES (${id('usr', '9000000')}, 'owner@example.test', '', 'ADMIN', 'owner')`,
    `INSERT INTO refunds (id, payment_id, request_key, livemode, amount, currency, reverse_transfer, refund_commission, reason, status,
       stripe_refund_id, created_by_id, created_at, updated_at)
     SELECT ${id('rfd', 'n')}, ${id('pay', 'n')}, 'k', false, 100 + n % 400, (ARRAY['usd','eur','gbp'])[1 + n % 3], true, true, 'duplicate',
       (ARRAY['succeeded','pending','failed'])[1 + n % 3]::"RefundStatus", 're_' || n, ${id('usr', '9000000')}, ${moment('n')}, now()
     FROM generate_series(1, ${orders}, 10) n`,
    `INSERT INTO recoveries (id, request_key, livemode, contractor_id, connected_account_id, order_id, payment_id, amount, currency, reason,
       instrument, status, amount_collected, stripe_object_id, created_by_id, created_at, updated_at)
     SELECT ${id('rec', 'n')}, 'k' || n, false, ${contractor}, ${account}, ${id('ord', 'n')}, ${id('pay', 'n')}, 100 + n % 400, 'usd',
       'fee_correction', 'transfer_reversal', 'succeeded', 100 + n % 400, 'trr_' || n, ${id('usr', '9000000')}, ${moment('n')}, now()
     FROM generate_series(1, ${orders}, 50) n`,
    `INSERT INTO payouts (id, request_key, created_by_id, livemode, connected_account_id, amount, currency, status, stripe_payout_id, bank_name, bank_last4, created_at, updated_at)
     SELECT ${id('pyt', 'n')}, 'k' || n, ${id('usr', '9000000')}, false, ${account}, 1000 + n % 90000, 'usd', (ARRAY['paid','paid','in_transit','failed'])[1 + n % 4]::"PayoutStatus",
       'po_' || n, 'STRIPE TEST BANK', lpad((n * 53 % 10000)::text, 4, '0'), ${moment('n')}, now()
     FROM generate_series(1, ${orders}, 10) n`,
    `INSERT INTO disputes (id, livemode, payment_id, stripe_dispute_id, amount, currency, reason, status, is_charge_refundable, opened_at,
       created_at, updated_at)
     SELECT ${id('dsp', 'n')}, false, ${id('pay', 'n')}, 'du_' || n, ${amount}, 'usd', 'fraudulent',
       (ARRAY['won','lost','needs_response'])[1 + n % 3], false, ${moment('n')}, ${moment('n')}, now()
     FROM generate_series(1, ${orders}, 100) n`,
  ]
}

/** Fills an empty database with a marketplace of so many orders, for lists and searches alone: its money is in no ledger. */
export async function fillMarketplace(client: Pick<pg.Client, 'query'>, orders: number): Promise<void> {
  for (const statement of statements(orders)) await client.query(statement)
  await client.query('ANALYZE')
}

/** The owner whom `fillMarketplace` makes. */
export const FILLED_OWNER = 'usr_00000000000000000009000000'
