/** The API version whose shapes the emulator has: that of the pinned `stripe` package. */
export const API_VERSION = '2026-10-28.endive'
