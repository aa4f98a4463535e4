/** Why Stripe lets a platform open no account, where it says so: each is ended on another page of its dashboard. */
export const ACCOUNT_WALLS = ['connect', 'profile', 'first_version', 'second_version', 'transfers'] as const
export type AccountWall = (typeof ACCOUNT_WALLS)[number]

/** By words of Stripe's messages: none of these refusals has a code of its own but the last. */
const SIGNS: Record<AccountWall, RegExp> = {
  connect: /signed up for Connect/i,
  profile: /responsibilities of (?:collecting|managing)|platform-profile/i,
  first_version: /no longer recommends Accounts v1|feat_accounts_v1_support/i,
  second_version: /accounts_v2_access_blocked|Accounts v2 is not enabled/i,
  transfers: /`transfers` capability without the `card_payments` capability/i,
}

/** Which wall a refusal of Stripe's names; null for any other refusal. */
export function wallOf(error: { code?: string | undefined; message: string }): AccountWall | null {
  const said = `${error.code ?? ''} ${error.message}`
  return ACCOUNT_WALLS.find(wall => SIGNS[wall].test(said)) ?? null
}
