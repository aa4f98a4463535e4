import { db } from '../db.ts'
import { env } from '../env.ts'

/** The country of the platform's own account, as Stripe said at the last start; null before the first. */
export async function platformCountry(): Promise<string | null> {
  const { livemode } = env().stripe
  const platform = await db().stripePlatform.findUnique({ where: { livemode }, select: { country: true } })
  return platform?.country ?? null
}
