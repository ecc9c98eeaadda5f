import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve as listen, type ServerType } from "@hono/node-server";
import { createServerApp } from "../../app.ts";
import { portOf } from "../../config.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { OperatorServices } from "../operator-services.ts";
import { archiveServices, type ExitCode, type Session } from "../session.ts";
import { paint } from "../terminal.ts";

export interface ServeOptions {
  port?: string;
  sample: boolean;
}

/** How often drafts whose process died are looked for: a lease holds for half of it. */
const sweepMilliseconds = 60_000;
/** Requests that are on their way when the service is told to stop get this long. */
const farewellMilliseconds = 3000;

export async function serve(session: Session, options: ServeOptions): Promise<ExitCode> {
  const { config } = session;
  if (options.port !== undefined) config.port = portOf(options.port, "--port");
  config.sample = options.sample;
  const services = await archiveServices(session);
  const server = await start(services, config);
  const stopped = stopSignal();
  await greet(session, services, server);
  const sweep = sweeper(services);
  await stopped;
  session.err.write("\nZatrzymywanie…\n");
  sweep.stop();
  await close(server);
  return 0;
}

/** @throws TeczkaError `port_in_use`, `address_unavailable` */
async function start(services: OperatorServices, { host, port }: Session["config"]): Promise<ServerType> {
  const { fetch } = createServerApp(services);
  const server = listen({ fetch, hostname: host, port });
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    throw listenError(error, host, port);
  }
}

function listenError(error: unknown, host: string, port: number): TeczkaError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new TeczkaError(
      "unavailable",
      "port_in_use",
      `Port ${port} jest zajęty przez inny program (może przez drugą Teczkę).`,
      `Zatrzymaj tamten program albo podaj inny port: npx teczka serve --port ${port + 1}`,
      { cause: error },
    );
  }
  return new TeczkaError(
    "unavailable",
    "address_unavailable",
    `Nie można nasłuchiwać pod adresem ${host}, port ${port} (${String(code ?? error)}).`,
    "Sprawdź TECZKA_HOST i TECZKA_PORT; porty poniżej 1024 wymagają uprawnień.",
    { cause: error },
  );
}

/** The address goes to stdout, so that a script can read it; the rest is talk. */
async function greet({ out, err, config, actor }: Session, services: OperatorServices, server: ServerType) {
  const { port } = server.address() as AddressInfo;
  const address = `http://${hostInUrl(config.host)}:${port}`;
  const link = await services.keys.createLink(actor);
  const { documents, pages } = await services.archive.documents.count("all");
  if (await services.sample()) {
    err.write(`${paint("yellow", "Archiwum przykładowe: miasto, sprawy i osoby są zmyślone.", err)}\n`);
    err.write("Własne archiwum wczytuje: npx teczka ingest KATALOG\n");
  }
  err.write(`Dokumentów: ${documents}, stron: ${pages}. Dane: ${config.data}\n`);
  if (!isLoopback(config.host)) {
    err.write(
      `${paint("yellow", `Uwaga: Teczka nasłuchuje pod ${config.host}, a więc widać ją w sieci, bez szyfrowania.`, err)}\n`,
    );
    err.write("Postaw przed nią serwer HTTPS albo usuń TECZKA_HOST.\n");
  }
  out.write(`Teczka działa pod adresem ${address}\n`);
  out.write(`Logowanie (link działa raz, przez 15 minut):\n${address}/sign-in?link=${link}\n`);
  err.write("Zatrzymanie: Ctrl+C\n");
}

/** An address that means "all" is no address to open. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** Takes up drafts whose process died, at once and then now and again, never two rounds at a time. */
function sweeper(services: OperatorServices): { stop(): void } {
  let going = false;
  const sweep = async () => {
    if (going) return;
    going = true;
    try {
      await services.drafts.recover();
    } catch (error) {
      services.report(error);
    } finally {
      going = false;
    }
  };
  void sweep();
  const timer = setInterval(() => void sweep(), sweepMilliseconds);
  return { stop: () => clearInterval(timer) };
}

/** The first signal asks for a decent end; the second one finds Node's own behaviour again. */
async function stopSignal(): Promise<void> {
  const ended = new AbortController();
  const signal = { signal: ended.signal };
  await Promise.race([once(process, "SIGINT", signal), once(process, "SIGTERM", signal)]);
  ended.abort();
}

async function close(server: ServerType): Promise<void> {
  const closed = once(server, "close");
  server.close();
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const hurry = setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, farewellMilliseconds);
  await closed;
  clearTimeout(hurry);
}
