export const shell = {
  description: 'Marketplace payments on Stripe Connect: hold the money, deliver the work, then pay.',
  language: 'Language',
  skipToContent: 'Skip to content',
} as const
