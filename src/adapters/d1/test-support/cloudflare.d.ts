/** As much of what workerd and its vitest plugin offer as the tests use. */

declare module "cloudflare:workers" {
  export const env: Env;
  /** The Worker's own entry points; a call is a request of its own. */
  export const exports: { default: { fetch(url: string, init?: RequestInit): Promise<Response> } };
}

declare module "cloudflare:test" {
  /** Throws away all that bindings hold. */
  export function reset(): Promise<void>;
}
