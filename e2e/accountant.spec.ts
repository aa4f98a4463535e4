import { readFile } from 'node:fs/promises'
import { anAdmin } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an admin of finance downloads this month so far, and it says that it ties', async ({
  browserOf,
  world,
}) => {
  expect(world.orders.completed).not.toBe('')
  const page = await browserOf(await anAdmin('finance'))
  await page.goto('/admin/accountant')
  const month = new Date().toISOString().slice(0, 7)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /^Download / })
      .first()
      .click(),
  ])
  expect(download.suggestedFilename()).toBe(`holdfast-${month}-so-far.zip`)
  // The names in an archive are not compressed; the last file is there only if the sums do not tie.
  const archive = await readFile(await download.path())
  for (const name of ['ledger.csv', 'balances.csv', 'summary.txt']) expect(archive.includes(name)).toBe(true)
  expect(archive.includes('DOES-NOT-TIE.txt')).toBe(false)
})
