/** Countries offered in a billing or shipping address, by ISO 3166-1 alpha-2 code. */
export const COUNTRIES: Record<string, string> = {
  AU: 'Australia',
  AT: 'Austria',
  BE: 'Belgium',
  BR: 'Brazil',
  BG: 'Bulgaria',
  CA: 'Canada',
  HR: 'Croatia',
  CY: 'Cyprus',
  CZ: 'Czechia',
  DK: 'Denmark',
  EE: 'Estonia',
  FI: 'Finland',
  FR: 'France',
  DE: 'Germany',
  GR: 'Greece',
  HK: 'Hong Kong SAR China',
  HU: 'Hungary',
  IN: 'India',
  IE: 'Ireland',
  IT: 'Italy',
  JP: 'Japan',
  LV: 'Latvia',
  LT: 'Lithuania',
  LU: 'Luxembourg',
  MT: 'Malta',
  MX: 'Mexico',
  NL: 'Netherlands',
  NZ: 'New Zealand',
  NO: 'Norway',
  PL: 'Poland',
  PT: 'Portugal',
  RO: 'Romania',
  SG: 'Singapore',
  SK: 'Slovakia',
  SI: 'Slovenia',
  ES: 'Spain',
  SE: 'Sweden',
  CH: 'Switzerland',
  AE: 'United Arab Emirates',
  GB: 'United Kingdom',
  US: 'United States',
}

/** Where card issuers check the postal code, so that a card form asks for it. */
export const POSTAL_CHECKED = ['US', 'GB', 'CA']

/** The country the browser's language names, else the United States. */
export function guessCountry(): string {
  const region = new Intl.Locale(navigator.language).region
  return region && region in COUNTRIES ? region : 'US'
}

/** What the postal code is called there. */
export function postalLabel(country: string): string {
  return country === 'US' ? 'ZIP code' : 'Postal code'
}
