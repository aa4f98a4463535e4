import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import { isLocale, type Locale } from '../i18n/model.ts'
import { run } from '../sql.ts'
import type { Actor, AdminRole, Role } from './model.ts'

const IDLE_MINUTES_MAX = 120
const SEEN_SECONDS = 60

/** A session that was last used before then has been left alone for too long. */
export function idleSince(at: Date): Date {
  return new Date(at.getTime() - IDLE_MINUTES_MAX * 60_000)
}

type SessionRow = {
  userId: string
  expiresAt: Date
  lastSeenAt: Date
  isRevoked: boolean
  role: Role
  language: string | null
  adminRole: AdminRole | null
  isSuspended: boolean
  hasSecondFactor: boolean
  isVerified: boolean
  timeZone: string
  viewedId: string | null
  viewedRole: Role | null
  viewedTimeZone: string
  viewingUntil: Date | null
}

/** Whom an admin looks at, until when: see lib/viewing. */
export type Viewed = { userId: string; role: Role; timeZone: string; until: Date }

/** Who is signed in, as the database has it at this request. */
export type SignedIn = Omit<Actor, 'origin'> & {
  language: Locale | null
  timeZone: string
  hasSecondFactor: boolean
  isVerified: boolean
  viewed: Viewed | null
}

/** Past Prisma: every request of somebody signed in asks this, and Prisma would ask twice. */
async function find(sessionId: string): Promise<SessionRow | undefined> {
  const text = `
    SELECT s.user_id AS "userId", s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt",
      s.revoked_at IS NOT NULL AS "isRevoked", u.role, u.language,
      u.admin_role AS "adminRole", u.suspended_at IS NOT NULL AS "isSuspended",
      u.email_verified_at IS NOT NULL AS "isVerified", coalesce(p.time_zone, '') AS "timeZone",
      EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
      v.id AS "viewedId", v.role AS "viewedRole", coalesce(vp.time_zone, '') AS "viewedTimeZone", s.viewing_until AS "viewingUntil"
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN user_profiles p ON p.user_id = u.id
      LEFT JOIN users v ON v.id = s.viewed_id AND v.role <> 'ADMIN' AND v.deleted_at IS NULL
      LEFT JOIN user_profiles vp ON vp.user_id = v.id
    WHERE s.id = $1`
  return (await run<SessionRow>({ text, values: [sessionId] }))[0]
}

function counts({ isRevoked, isSuspended, expiresAt, lastSeenAt }: SessionRow, at: Date): boolean {
  return !isRevoked && !isSuspended && expiresAt > at && lastSeenAt >= idleSince(at)
}

/** Nobody any more once the time is over, or whoever looks may not look at people now. */
function viewedIn(row: SessionRow, at: Date): Viewed | null {
  const { viewedId: userId, viewedRole: role, viewedTimeZone: timeZone, viewingUntil: until } = row
  const isOn = userId && role && until && until > at && may(row, 'impersonate')
  return isOn ? { userId, role, timeZone, until } : null
}

/** Whether a session still counts; asking is no sign of life, as a request of its owner is. */
export async function isSessionOpen(sessionId: string): Promise<boolean> {
  const session = await find(sessionId)
  return session !== undefined && counts(session, now())
}

/**
 * Who a session belongs to, from the database and not from the token: a session that was revoked, is too old or was left
 * alone for two hours is nobody's, a suspended user has none, and a changed role counts at once.
 */
export async function readSession(sessionId: string): Promise<SignedIn | null> {
  const at = now()
  const session = await find(sessionId)
  if (!session || !counts(session, at)) return null
  if (at.getTime() - session.lastSeenAt.getTime() > SEEN_SECONDS * 1000) {
    const text = `
      UPDATE sessions SET last_seen_at = $2::timestamp
      WHERE id = $1 AND last_seen_at < $2::timestamp AND revoked_at IS NULL`
    await run({ text, values: [sessionId, at.toISOString()] })
  }
  const { userId, role, adminRole, timeZone, hasSecondFactor, isVerified } = session
  const language = isLocale(session.language) ? session.language : null
  const viewed = viewedIn(session, at)
  return { userId, role, adminRole, language, timeZone, hasSecondFactor, isVerified, viewed }
}
