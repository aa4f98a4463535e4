export const ROLES = ['EMPLOYER', 'CONTRACTOR', 'ADMIN'] as const
export type Role = (typeof ROLES)[number]

/** Where a request came from, for the audit log and Stripe's terms of service. */
export type RequestOrigin = { ip: string; userAgent: string }

/** The authenticated caller: first argument of every query and command. SYSTEM is the worker, which acts for nobody. */
export type Actor = { userId: string; role: Role; origin: RequestOrigin }
export type SystemActor = { userId: null; role: 'SYSTEM'; origin: RequestOrigin }
export const SYSTEM: SystemActor = { userId: null, role: 'SYSTEM', origin: { ip: '', userAgent: 'worker' } }

/** The signed-in person as pages show them. */
export type Viewer = { userId: string; email: string; role: Role; displayName: string; country: string }

export const ROLE_WORDS: Record<Role, string> = {
  EMPLOYER: 'Employer',
  CONTRACTOR: 'Contractor',
  ADMIN: 'Admin',
}
