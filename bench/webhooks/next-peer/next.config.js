/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Both are read from node_modules, as in the app: bundled, the engine does not find its files.
  serverExternalPackages: ['@supabase/stripe-sync-engine', 'stripe'],
}
