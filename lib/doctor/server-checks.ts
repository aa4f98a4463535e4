import { db } from '../db.ts'
import { env } from '../env.ts'
import { message } from '../i18n/message.ts'
import { reachMailServer } from '../mail/reach-mail-server.ts'
import type { Finding } from './model.ts'

/** PostgreSQL's number for the oldest version that is tried in every test. */
const POSTGRES_MIN = 160_000

async function otherMode(): Promise<Finding> {
  const livemode = !env().stripe.livemode
  const [orders, accounts, customers] = await Promise.all([
    db().order.count({ where: { livemode } }),
    db().connectedAccount.count({ where: { livemode } }),
    db().customer.count({ where: { livemode } }),
  ])
  const count = orders + accounts + customers
  const text = count === 0 ? message('doctor.otherModeNone') : message('doctor.otherModeApart', { count })
  return { check: 'other_mode', state: 'ok', text }
}

function address(): Finding {
  const check = 'address'
  const { protocol, hostname, origin } = new URL(env().NEXTAUTH_URL)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const { mode } = env().stripe
  if (mode === 'live' && protocol !== 'https:')
    return { check, state: 'failed', text: message('doctor.addressPlain', { origin }) }
  if (mode !== 'local' && isLoopback) {
    const state = mode === 'live' ? 'failed' : 'warning'
    return { check, state, text: message('doctor.addressLoopback', { origin }) }
  }
  return { check, state: 'ok', text: message('doctor.addressOk', { origin }) }
}

async function mail(): Promise<Finding> {
  const { SMTP_URL, stripe } = env()
  if (!SMTP_URL) {
    if (stripe.mode === 'local') return { check: 'mail', state: 'ok', text: message('doctor.mailLocal') }
    return { check: 'mail', state: 'failed', text: message('doctor.mailMissing') }
  }
  const reached = await reachMailServer(SMTP_URL)
  if (reached.ok) return { check: 'mail', state: 'ok', text: message('doctor.mailOk') }
  return { check: 'mail', state: 'failed', text: message('doctor.mailRefused', { said: reached.error }) }
}

async function migrations(): Promise<Finding> {
  const check = 'migrations'
  const [row] = await db().$queryRaw<{ version: number; name: string; open: bigint }[]>`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
      (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS open`
  const version = row?.name ?? '?'
  if (Number(row?.open ?? 0) > 0) return { check, state: 'failed', text: message('doctor.migrationsOpen') }
  if ((row?.version ?? 0) < POSTGRES_MIN)
    return { check, state: 'warning', text: message('doctor.postgresOld', { version }) }
  return { check, state: 'ok', text: message('doctor.migrationsOk', { version }) }
}

async function admins(): Promise<Finding> {
  const check = 'admins'
  const count = await db().user.count({ where: { role: 'ADMIN', suspendedAt: null } })
  if (count === 0) return { check, state: 'failed', text: message('doctor.adminsNone') }
  if (count === 1) return { check, state: 'warning', text: message('doctor.adminsOne') }
  return { check, state: 'ok', text: message('doctor.adminsOk', { count }) }
}

/** Our own side: the address, mail, the database, and who looks after it. */
export async function serverChecks(): Promise<Finding[]> {
  return [await otherMode(), address(), await mail(), await migrations(), await admins()]
}
