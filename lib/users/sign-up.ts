import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { COUNTRIES, contractorCountries, isCountryCode } from '../countries.ts'
import { db, isUniqueViolation, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import type { Locale } from '../i18n/model.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { platformCountry } from '../platform/platform-country.ts'
import { fail, ok, type Result } from '../result.ts'
import { networkKey, signUpPerNetwork } from './limits.ts'
import type { RequestOrigin, SignUpErrorCode, SignUpInput, StartedSession } from './model.ts'
import { hashPassword } from './passwords.ts'
import { startSession } from './start-session.ts'

/**
 * Makes an account and signs it in. The row that Stripe's object will belong to is written here, and the job that asks Stripe
 * for it is enqueued, in one transaction: a person is never left without a Customer or connected account to come. The same
 * form sent twice is one account. `language` is the one that the form was shown in, and stays the person's.
 */
export async function signUp(
  origin: RequestOrigin,
  input: SignUpInput,
  language: Locale | null = null,
): Promise<Result<StartedSession, SignUpErrorCode>> {
  if (!(await signUpPerNetwork.take(networkKey(origin.ip)))) return fail('too_many_tries')
  if (!(await isServed(input))) return fail('country_not_served')
  const passwordHash = await hashPassword(input.password)
  try {
    return ok(
      await transaction(async tx => {
        const user = await insertUser(tx, input, passwordHash, language)
        await recordAuditEvent(
          tx,
          { userId: user.id, role: user.role, origin },
          {
            action: 'user.signed_up',
            subject: { type: 'User', id: user.id },
            after: { role: user.role, country: input.country },
          },
        )
        await promiseStripeObject(tx, user.id, input)
        await requestAccountMail(tx, { kind: 'verify_email', userId: user.id, address: input.email })
        return startSession(tx, user, origin)
      }),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const session = await transaction(tx => sessionOfSameForm(tx, origin, input))
    if (session) return ok(session)
    const isReused = await db().user.count({ where: { requestKey: input.requestKey } })
    return fail(isReused ? 'request_key_reused' : 'email_taken')
  }
}

/** Whether the platform can pay somebody who lives there. */
async function isServed({ role, country }: SignUpInput): Promise<boolean> {
  return role !== 'CONTRACTOR' || contractorCountries(await platformCountry()).some(code => code === country)
}

/** A double click on the form that made the account is not somebody else's address: it is signed in like the first. */
async function sessionOfSameForm(
  tx: Tx,
  origin: RequestOrigin,
  { email, requestKey }: SignUpInput,
): Promise<StartedSession | null> {
  const user = await tx.user.findFirst({
    where: { email, requestKey, suspendedAt: null },
    select: { id: true, role: true },
  })
  return user && startSession(tx, user, origin)
}

function insertUser(tx: Tx, input: SignUpInput, passwordHash: string, language: Locale | null) {
  return tx.user.create({
    data: {
      id: newId('usr'),
      email: input.email,
      requestKey: input.requestKey,
      passwordHash,
      role: input.role,
      language,
      profile: {
        create: {
          displayName: input.displayName,
          country: input.role === 'CONTRACTOR' ? input.country : '',
        },
      },
    },
    select: { id: true, role: true },
  })
}

async function promiseStripeObject(tx: Tx, userId: string, input: SignUpInput): Promise<void> {
  const { livemode } = env().stripe
  if (input.role === 'CONTRACTOR' && isCountryCode(input.country)) {
    const { currency } = COUNTRIES[input.country]
    await tx.connectedAccount.create({
      data: { id: newId('cac'), userId, livemode, country: input.country, defaultCurrency: currency },
    })
    await enqueue(tx, 'create-account', { userId }, { key: `create-account:${userId}` })
    return
  }
  await tx.customer.create({ data: { id: newId('cst'), userId, livemode } })
  await enqueue(tx, 'create-customer', { userId }, { key: `create-customer:${userId}` })
}
