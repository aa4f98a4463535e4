import { expect, test } from 'vitest'
import { type AccountWall, wallOf } from './account-walls.ts'

/** As Stripe wrote them to new platforms, in 2026. */
const SAID: [AccountWall | null, { code?: string; message: string }][] = [
  [
    'connect',
    {
      message:
        "You can only create new accounts if you've signed up for Connect, which you can do at https://dashboard.stripe.com/connect.",
    },
  ],
  [
    'profile',
    {
      message:
        'Please review the responsibilities of collecting requirements for connected accounts at https://dashboard.stripe.com/settings/connect/platform-profile.',
    },
  ],
  ['first_version', { message: 'Stripe no longer recommends Accounts v1 for new Connect integrations.' }],
  ['second_version', { code: 'accounts_v2_access_blocked', message: 'Accounts v2 is not enabled.' }],
  [
    'transfers',
    {
      message:
        'Your platform needs approval for accounts to have requested the `transfers` capability without the `card_payments` capability.',
    },
  ],
  [null, { message: 'DE is not currently supported by Stripe.' }],
]

test.each(SAID)('%s is told by its words', (wall, said) => {
  expect(wallOf(said)).toBe(wall)
})
