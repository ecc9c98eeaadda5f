import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { createApp } from "./api/app.ts";
import { createDesk } from "./desk/desk.ts";
import type { Services } from "./services.ts";

/** API and desk as one app of Web standards: the same on Node and on Workers. */
export function createServerApp(services: Services): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      xFrameOptions: "DENY",
      // Not `no-referrer`: with that a form's own POST says `Origin: null`, and the CSRF check has nothing to go by.
      referrerPolicy: "same-origin",
      // Whether HTTPS is spoken is the matter of whoever stands in front.
      strictTransportSecurity: false,
    }),
  );
  app.route("/", createApp(services));
  app.route("/", createDesk(services));
  return app;
}
