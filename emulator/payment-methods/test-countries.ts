/** Good cards of other countries, by the country: docs.stripe.com/testing#international-cards */
export const COUNTRY_CARDS: Record<string, string> = {
  ...{ at: '4000000400000008', be: '4000000560000004', dk: '4000002080000001', fi: '4000002460000001' },
  ...{ ie: '4000003720000005', it: '4000003800000008', nl: '4000005280000002', no: '4000005780000007' },
  ...{ pt: '4000006200000007', es: '4000007240000007', se: '4000007520000008', ch: '4000007560000009' },
  ...{ br: '4000000760000002', mx: '4000004840008001', cn: '4000001560000002', hk: '4000003440000004' },
  ...{ in: '4000003560000008', nz: '4000005540000008', sg: '4000007020000003', cz: '4000002030000002' },
  ...{ gr: '4000003000000030', hu: '4000003480000005', lu: '4000004420000006', ro: '4000006420000001' },
  ...{ ee: '4000002330000009', hr: '4000001910000009', bg: '4000001000000000', cy: '4000001960000008' },
  ...{ lv: '4000004280000005', lt: '4000004400000000', mt: '4000004700000007', sk: '4000007030000001' },
  ...{ si: '4000007050000006', my: '4000004580000002', th: '4000007640000003', ae: '4000007840000001' },
}

const COUNTRIES = new Map(
  Object.entries(COUNTRY_CARDS).map(([country, card]) => [card, country.toUpperCase()]),
)

/** The country of such a card, or nothing. */
export function countryOfCard(number: string): string | undefined {
  return COUNTRIES.get(number)
}
