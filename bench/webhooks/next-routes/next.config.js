import app from '../../../next.config.js'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Bundled, the engine does not find its files.
  serverExternalPackages: [...app.serverExternalPackages, '@supabase/stripe-sync-engine', 'stripe'],
}
