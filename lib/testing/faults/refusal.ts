import pg from 'pg'
import type { FaultKind } from './plan.ts'

/** What a server says that refuses a statement, by the fault: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE: Partial<Record<FaultKind, string>> = {
  serialization_failure: '40001',
  deadlock: '40P01',
  statement_timeout: '57014',
  too_many_connections: '53300',
  disk_full: '53100',
}

/** As if PostgreSQL had said it. */
export function refusal(sqlstate: string): Error {
  const error = new pg.DatabaseError('a fault of the test', 0, 'error')
  return Object.assign(error, { code: sqlstate, severity: 'ERROR' })
}
