import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { newAdmin } from '../testing/marketplace.ts'
import { changeAdminRole } from './change-admin-role.ts'

const roleOf = async ({ userId }: { userId: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).adminRole

test('an owner changes others’ roles and never their own; of two owners who demote each other one is left', async () => {
  const [first, second, finance] = [await newAdmin(), await newAdmin(), await newAdmin('finance')]
  const change = (by: typeof first, of: typeof first, adminRole: 'support' | 'finance' | 'owner') =>
    changeAdminRole(by, { userId: of.userId, adminRole })
  expect(await change(finance, second, 'support')).toEqual({ ok: false, error: 'not_found' })
  expect(await change(first, first, 'support')).toEqual({ ok: false, error: 'own_role' })
  expect(await change(first, finance, 'support')).toEqual({ ok: true, value: undefined })
  expect(await roleOf(finance)).toBe('support')

  const both = await Promise.all([change(first, second, 'support'), change(second, first, 'support')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().user.count({ where: { adminRole: 'owner' } })).toBe(1)
  const audited = await db().auditEvent.findMany({ where: { action: 'user.admin_role' } })
  expect(audited.map(({ before, after }) => [before, after])).toEqual([
    [{ adminRole: 'finance' }, { adminRole: 'support' }],
    [{ adminRole: 'owner' }, { adminRole: 'support' }],
  ])
})

test('the database keeps no admin without a role, and no role for anybody else', async () => {
  const { userId: id } = await newAdmin()
  await expect(db().user.update({ where: { id }, data: { adminRole: null } })).rejects.toThrow(
    /admin_role_of/,
  )
  await expect(db().user.update({ where: { id }, data: { role: 'EMPLOYER' } })).rejects.toThrow(
    /admin_role_of/,
  )
})
