/** The people of the demo, told apart by what they have done. Passwords are for the local Stripe only. */
export const DEMO_PASSWORD = 'hold fast to the mast'

export const DEMO_PEOPLE = {
  emma: {
    role: 'EMPLOYER',
    displayName: 'Emma Ashworth',
    email: 'emma@holdfast.test',
    about: 'employer with a saved card',
  },
  noah: {
    role: 'EMPLOYER',
    displayName: 'Noah Birch',
    email: 'noah@holdfast.test',
    about: 'employer without a card',
  },
  clara: {
    role: 'CONTRACTOR',
    displayName: 'Clara Voss',
    email: 'clara@holdfast.test',
    about: 'contractor, verified',
  },
  liam: {
    role: 'CONTRACTOR',
    displayName: 'Liam Okoro',
    email: 'liam@holdfast.test',
    about: 'contractor, half onboarded',
  },
  mia: {
    role: 'CONTRACTOR',
    displayName: 'Mia Novak',
    email: 'mia@holdfast.test',
    about: 'contractor, address refused by Stripe',
  },
  alex: {
    role: 'ADMIN',
    displayName: 'Alex Reyes',
    email: 'alex@holdfast.test',
    about: 'admin, owner: everything',
  },
  fiona: {
    role: 'ADMIN',
    displayName: 'Fiona Brandt',
    email: 'fiona@holdfast.test',
    about: 'admin, finance: all that moves money',
  },
  sam: {
    role: 'ADMIN',
    displayName: 'Sam Ito',
    email: 'sam@holdfast.test',
    about: 'admin, support: looks, and refunds a little',
  },
} as const satisfies Record<
  string,
  { role: 'EMPLOYER' | 'CONTRACTOR' | 'ADMIN'; displayName: string; email: string; about: string }
>
