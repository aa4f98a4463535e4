/** The local platform, as its charges show it. */
export const STATEMENT_PREFIX = 'LOCAL'
/** The Connect application of the platform: the `application` of what it does on other accounts. */
export const APPLICATION = 'ca_LocalPlatformApplication'
