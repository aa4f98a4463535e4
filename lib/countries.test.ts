import { describe, expect, test } from 'vitest'
import { contractorCountries } from './countries.ts'

describe('where contractors can live', () => {
  test('is the region of a platform in North America or Europe, without Australia', () => {
    const served = contractorCountries('US')
    expect(served).toEqual(expect.arrayContaining(['US', 'CA', 'GB', 'DE', 'PL', 'CH', 'NO', 'RO']))
    expect(served).not.toContain('AU')
    for (const platform of [null, 'CA', 'GB', 'DE', 'CH'])
      expect(contractorCountries(platform)).toEqual(served)
  })

  test('is the platform’s own country elsewhere, and nowhere where the forms know nothing', () => {
    expect(contractorCountries('AU')).toEqual(['AU'])
    expect(contractorCountries('JP')).toEqual([])
  })
})
