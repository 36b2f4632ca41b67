/**
 * Scripts only from the site itself, and WebAssembly. Styles may stand in the page: Mantine writes its variables and
 * some positions that way, and figures carry their own. Nothing can be sent to, or come from, anywhere else.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

/** The policy as the page itself can state it. */
export const policyInPage = directives.join('; ');

/** Headers for every file of the site. The first two let memory be shared between threads. */
export const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A page cannot say of itself who may frame it.
  'Content-Security-Policy': `${policyInPage}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;
