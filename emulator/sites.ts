import { browserSite } from './browser/site.ts'
import type { Site } from './core/server.ts'

/** What the server answers besides the API and `/_control`: the browser's script, frames and pages. */
export const SITES: Site[] = [browserSite]
