import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One password has one form, however a keyboard composes its accents. */
function canonical(password: string): string {
  return password.normalize('NFKC')
}

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST)
}

/** The hash of a random text that nobody kept, at the same cost. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$BoRB1M5TCI5k6h1Ui7BI7w$tsb1amkB8+FSdsiw/AwadiSrXG6eVa8hdd4bfKeBBWU'

/**
 * Whether a password is the one behind `passwordHash`. For an unknown user (null) it does the same work on a decoy, so that
 * the time of the answer does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? DECOY, canonical(password))
  return passwordHash !== null && matches
}
