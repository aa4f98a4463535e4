import { createHash, randomInt } from 'node:crypto'
import type { Tx } from '../db.ts'
import { RECOVERY_CODES } from './model.ts'

/** Without letters that look like digits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 16

/** A code is 79 bits of chance, so a plain digest of it cannot be guessed back. */
export const recoveryHash = (code: string): string => createHash('sha256').update(code).digest('hex')

const newCode = () => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** Gives somebody new recovery codes in place of all earlier ones, in the caller's transaction. Returned once, in groups of four. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map(code => ({ userId, codeHash: recoveryHash(code) })) })
  return codes.map(code => code.replace(/.{4}(?=.)/g, '$&-'))
}
