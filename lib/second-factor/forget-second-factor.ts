import type { Tx } from '../db.ts'

/** Forgets somebody's secret and recovery codes, in the caller's transaction: signing in asks for the password alone. False if there were none. */
export async function forgetSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  return count > 0
}
