import { expect, it } from 'vitest'
import { readmeWithRoutes } from './coverage.ts'

it('the README lists exactly the calls that there are (node emulator/coverage.ts writes it)', () => {
  const { current, wanted } = readmeWithRoutes()
  expect(current).toBe(wanted)
})
