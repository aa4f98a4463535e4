import type { MessageKey } from '../i18n/messages.ts'

/** What kind of work a listing offers. Employers narrow the catalogue by it, and commission can be set for it. */
export const LISTING_CATEGORIES = [
  ...(['design', 'illustration', 'writing', 'translation', 'photography'] as const),
  ...(['music', 'software', 'marketing', 'craft', 'other'] as const),
] as const
export type ListingCategory = (typeof LISTING_CATEGORIES)[number]

export const LISTING_CATEGORY_WORDS = {
  design: 'work.categoryDesign',
  illustration: 'work.categoryIllustration',
  writing: 'work.categoryWriting',
  translation: 'work.categoryTranslation',
  photography: 'work.categoryPhotography',
  music: 'work.categoryMusic',
  software: 'work.categorySoftware',
  marketing: 'work.categoryMarketing',
  craft: 'work.categoryCraft',
  other: 'work.categoryOther',
} as const satisfies Record<ListingCategory, MessageKey>
