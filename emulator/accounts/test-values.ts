import type { Rejection } from '../files/document-outcome.ts'
import type { NumberKind } from './kinds.ts'

function rejection(code: string, reason: string): Rejection {
  return { code, reason }
}

/** Words and numbers that fail in test mode (docs.stripe.com/connect/testing). */
export const TEST_VALUES = {
  companyName: {
    disallowed_name: rejection('invalid_company_name_denylisted', 'This name cannot be used for a business.'),
    match_name_only: rejection('verification_failed_name_match', 'The name differs from the one on record.'),
    mismatch_business_name: rejection('verification_failed_name_match', 'The name is not the one on record.'),
  } as Record<string, Rejection>,
  descriptor: {
    disallowed: rejection('invalid_statement_descriptor_denylisted', 'This descriptor cannot be used.'),
    mismatch: rejection(
      'invalid_statement_descriptor_business_mismatch',
      'The descriptor does not resemble the name of the business.',
    ),
  } as Record<string, Rejection>,
  descriptorPrefix: {
    disallowed: rejection('invalid_statement_descriptor_prefix_denylisted', 'This prefix cannot be used.'),
    mismatch: rejection(
      'invalid_statement_descriptor_prefix_mismatch',
      'The prefix does not resemble the name of the business.',
    ),
  } as Record<string, Rejection>,
  director: {
    extraneous_director: rejection(
      'verification_extraneous_directors',
      'The register knows fewer directors.',
    ),
    mismatch_director: rejection('verification_directors_mismatch', 'The register has another name.'),
    missing_director: rejection('verification_missing_directors', 'The register knows more directors.'),
  } as Record<string, Rejection>,
  taxId: {
    mismatch: rejection('verification_failed_tax_id_match', 'The number does not match the name given.'),
    not_issued: rejection('verification_failed_tax_id_not_issued', 'This number was never issued.'),
  } as Record<string, Rejection>,
  tradeName: {
    disallowed_dba: rejection('invalid_business_profile_name_denylisted', 'This name cannot be used.'),
    invalid_dba: rejection('invalid_business_profile_name', 'This is not the name of a business.'),
  } as Record<string, Rejection>,
}

/** Hosts below stripe.com that stand for a website with something wrong. */
const WEBSITES: Record<string, Rejection> = {
  disallowed: rejection('invalid_url_denylisted', 'This website cannot be used.'),
  geoblocked: rejection('invalid_url_website_inaccessible_geoblocked', 'The website refuses some countries.'),
  inaccessible: rejection('invalid_url_website_inaccessible', 'The website cannot be reached.'),
  mismatch: rejection(
    'invalid_url_website_business_information_mismatch',
    'The website is about another business.',
  ),
  missing: rejection('invalid_url_website_incomplete', 'The website lacks what customers need to know.'),
  passwordprotected: rejection(
    'invalid_url_website_inaccessible_password_protected',
    'The website asks for a password.',
  ),
  problem: rejection('invalid_url_website_other', 'Something is wrong with the website.'),
  underconstruction: rejection(
    'invalid_url_website_incomplete_under_construction',
    'The website is not finished.',
  ),
}

/** What is wrong with a business's website, or with having none. */
export function websiteRejection(
  url: string | null | undefined,
  description: string | null | undefined,
): Rejection | null {
  if (!url) {
    if (description !== 'require_url') return null
    return rejection('invalid_url_web_presence_detected', 'The business has a website; give its address.')
  }
  const host = /^(?:https?:\/\/)?([a-z]+)\.stripe\.com\b/i.exec(url)?.[1]?.toLowerCase()
  return host ? (WEBSITES[host] ?? null) : null
}

/** What a personal or business number stands for, without keeping it. */
export function numberKind(number: string): NumberKind {
  const digits = number.replaceAll(/\D/g, '')
  if (digits === '111111111' || digits === '1111') return 'mismatch'
  if (digits === '111111112') return 'not_issued'
  return digits === '222222222' ? 'immediate' : 'match'
}
