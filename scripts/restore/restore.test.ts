import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { db } from '#lib/db.ts'

const restore = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/restore/main.ts', ...args], { encoding: 'utf8', env: process.env })

test('does nothing while others use the database, or without the time of the backup', async () => {
  await db().user.count()
  const refused = restore('--since', '2026-11-28T02:00Z')
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain('Stop Holdfast, its worker above all')
  const asked = restore()
  expect(asked).toMatchObject({ status: 1, stdout: '' })
  expect(asked.stderr).toContain('Say when the backup was taken')
})
