import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerApp } from "../app.ts";
import type { DocumentRef, StoredDocument } from "../core/document.ts";
import { findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type Client, clientOf } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

const text = "Decyzja nr 614/2014\nZatwierdzam projekt budowlany i udzielam pozwolenia na budowę garażu.";
let services: TestServices;
let call: Client;
let ref: DocumentRef;
let secret: DocumentRef;
let clerk: string;
let trusted: string;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  call = clientOf(createServerApp(services));
  ref = await services.add("sprawy/decyzja.txt", text);
  secret = await services.add("opinia.txt", "Opinia o garażu: tylko dla wtajemniczonych.", ["poufne"]);
  clerk = await services.token("clerk");
  trusted = await services.token("clerk", ["poufne"]);
});
afterEach(() => services.close());

describe("documents", () => {
  it("lists and gives what the labels of the key let see", async () => {
    const paths = async (key: string, query = "") =>
      (await call<StoredDocument[]>("GET", `/v1/documents${query}`, key)).body.map((document) => document.ref.path);
    expect(await paths(clerk)).toEqual(["sprawy/decyzja.txt"]);
    expect((await paths(trusted)).sort()).toEqual(["opinia.txt", "sprawy/decyzja.txt"]);
    expect(await paths(trusted, "?kind=local_plan")).toEqual([]);
    expect(await call("GET", `/v1/documents/${ref.id}`, clerk)).toMatchObject({ status: 200, body: { ref } });
    for (const part of ["", "/pages/1", "/file"]) {
      const path = `/v1/documents/${secret.id}${part}`;
      expect(await call("GET", path, clerk)).toMatchObject({ status: 404, body: { code: "document_unknown" } });
      expect(await call("GET", path, trusted)).toMatchObject({ status: 200 });
    }
  });

  it("gives a page by id or file name, and the version that was cited after the document has changed", async () => {
    expect(await call("GET", "/v1/documents/decyzja.txt/pages/1", clerk)).toMatchObject({
      body: { document: ref, text },
    });
    await services.add("sprawy/decyzja.txt", `${text} Dopisek.`);
    const page = `/v1/documents/${ref.id}/pages/1`;
    expect(await call("GET", page, clerk)).toMatchObject({
      body: { document: { version: 2 }, text: `${text} Dopisek.` },
    });
    expect(await call("GET", `${page}?version=1`, clerk)).toMatchObject({ body: { document: { version: 1 }, text } });
    for (const [path, status, code] of [
      [`${page}?version=9`, 404, "page_unknown"],
      [`${page}?version=x`, 400, "query_invalid"],
      [`/v1/documents/${ref.id}/pages/2`, 404, "page_unknown"],
      [`/v1/documents/${ref.id}/pages/0`, 400, "page_number_invalid"],
      [`/v1/documents/${ref.id}/pages/one`, 400, "page_number_invalid"],
    ] as const) {
      expect(await call("GET", path, clerk)).toMatchObject({ status, body: { code } });
    }
  });

  it("lists the documents whole or by slices, with their count and the way to the next slice", async () => {
    await services.add("sprawy/a.txt", "Pismo");
    const paths = (body: { ref: DocumentRef }[]) => body.map((document) => document.ref.path);
    const whole = await call<{ ref: DocumentRef }[]>("GET", "/v1/documents", clerk);
    expect(whole.headers.get("content-type")).toContain("application/json");
    const all = paths(whole.body);
    expect(all).toContain("sprawy/a.txt");
    expect(whole.headers.get("x-total-count")).toBe(String(all.length));
    const first = await call<{ ref: DocumentRef }[]>("GET", "/v1/documents?limit=1", clerk);
    expect(first.headers.get("link")).toBe('</v1/documents?limit=1&offset=1>; rel="next"');
    const rest = await call<{ ref: DocumentRef }[]>("GET", "/v1/documents?limit=500&offset=1", clerk);
    expect([...paths(first.body), ...paths(rest.body)]).toEqual(all);
    expect((await call("GET", "/v1/documents?offset=99", clerk)).body).toEqual([]);
  });

  it("breaks the list off when the store fails on the way, so that no part is taken for the whole", async () => {
    const { documents } = services.archive;
    const [stored] = await documents.list({ access: "all" });
    const failing: typeof documents.list = async (_, slice) => {
      if (slice?.offset) throw new Error("gone");
      return Array.from({ length: slice?.limit ?? 0 }, () => stored).filter((document) => document !== undefined);
    };
    const archive = { ...services.archive, documents: { ...documents, list: failing } };
    const broken = createServerApp({ ...services, archive });
    const response = await broken.request("/v1/documents", { headers: { authorization: `Bearer ${clerk}` } });
    await expect(response.text()).rejects.toThrow("gone");
    expect(services.reported).toHaveLength(1);
  });

  it("sends the file as it came, never as a page of ours", async () => {
    const file = await call("GET", `/v1/documents/${ref.id}/file`, clerk);
    expect(file).toMatchObject({ status: 200, body: text });
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''decyzja.txt");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    delete services.files;
    expect(await call("GET", `/v1/documents/${ref.id}/file`, clerk)).toMatchObject({
      status: 501,
      body: { code: "files_unsupported" },
    });
  });

  it("writes down who read which page", async () => {
    await call("GET", `/v1/documents/${ref.id}/pages/1`, clerk);
    const [entry] = await services.audit.list({ subject: ref.id });
    expect(entry).toMatchObject({ action: "saw", detail: { page: 1, version: 1 } });
  });
});

describe("uploading", () => {
  const form = (content: string, name: string, ...labels: string[]) => {
    const body = new FormData();
    body.set("file", new File([content], name));
    for (const label of labels) body.append("label", label);
    return body;
  };

  it("takes a file in under its name and labels", async () => {
    const taken = await call<{ document: string }>(
      "POST",
      "/v1/documents",
      trusted,
      form(text, "C:\\skany\\nowa.txt", "poufne"),
    );
    expect(taken).toMatchObject({ status: 201, body: { fileName: "nowa.txt", status: "added", pages: 1 } });
    expect(await call("GET", `/v1/documents/${taken.body.document}`, trusted)).toMatchObject({
      body: { labels: ["poufne"] },
    });
  });

  it("puts a file into a folder of the archive, where it is a paper of its own", async () => {
    const into = (folder: string) => {
      const body = form(text, "decyzja.txt");
      body.set("folder", folder);
      return call<{ status: string; path: string; code: string }>("POST", "/v1/documents", clerk, body);
    };
    expect((await into("2014\\AB.6740.1.234.2014/")).body).toMatchObject({
      status: "added",
      path: "2014/AB.6740.1.234.2014/decyzja.txt",
    });
    expect((await into("2014/AB.6740.1.235.2014")).body.status).toBe("added");
    expect(await into("2014/AB.6740.1.235.2014")).toMatchObject({ status: 200, body: { status: "unchanged" } });
    expect(await into("../..")).toMatchObject({ status: 400, body: { code: "folder_invalid" } });
  });

  it("refuses a label that the key does not hold, and a bad file, by name and reason", async () => {
    expect(await call("POST", "/v1/documents", clerk, form(text, "a.txt", "poufne"))).toMatchObject({
      status: 403,
      body: { code: "label_not_held" },
    });
    expect(await call("POST", "/v1/documents", clerk, form("", "a.txt"))).toMatchObject({
      status: 400,
      body: { code: "file_refused", detail: expect.stringContaining("Plik „a.txt” jest pusty.") as string },
    });
  });

  it("refuses what is no upload", async () => {
    const empty = new FormData();
    empty.set("file", "text, no file");
    const type = { "content-type": "multipart/form-data; boundary=x" };
    expect(await call("POST", "/v1/documents", clerk, empty)).toMatchObject({
      status: 400,
      body: { code: "file_missing" },
    });
    expect(await call("POST", "/v1/documents", clerk, form("x", ".htaccess"))).toMatchObject({ status: 400 });
    expect(await call("POST", "/v1/documents", clerk, "garbage", type)).toMatchObject({
      status: 400,
      body: { code: "form_malformed" },
    });
    expect(await call("POST", "/v1/documents", clerk, { file: "x" })).toMatchObject({ status: 415 });
    const large = { ...type, "content-length": String(200 * 1024 * 1024) };
    expect(await call("POST", "/v1/documents", clerk, "x", large)).toMatchObject({
      status: 413,
      body: { code: "body_too_large" },
    });
  });

  it("says that this installation takes no documents", async () => {
    delete services.intake;
    expect(await call("POST", "/v1/documents", clerk, form(text, "a.txt"))).toMatchObject({
      status: 501,
      body: { code: "ingest_unsupported" },
    });
  });
});

describe("looking up", () => {
  it("finds passages within the labels of the key, with how much was searched", async () => {
    const found = await call("GET", "/v1/search?q=garaż", clerk);
    expect(found.body).toMatchObject([{ document: ref, page: 1, why: { words: ["garaż"] } }]);
    expect(found.headers.get("teczka-documents-searched")).toBe("1");
    expect((await call("GET", "/v1/search?q=garaż&limit=1", trusted)).body).toHaveLength(1);
    expect((await call("GET", "/v1/search?q=garaż", trusted)).body).toHaveLength(2);
    for (const query of ["", "?q=", "?q=%20", "?q=a&limit=1000"]) {
      expect(await call("GET", `/v1/search${query}`, clerk)).toMatchObject({
        status: 400,
        body: { code: "query_invalid" },
      });
    }
  });

  it("narrows a search by kind, document, parcel and days, and names words that nothing found bears", async () => {
    const search = (query: string) => call("GET", `/v1/search?q=garaż${query}`, clerk);
    expect((await search(`&document=${ref.id}`)).body).toHaveLength(1);
    expect((await search("&kind=act")).body).toEqual([]);
    expect((await search("&parcel=1/1")).body).toEqual([]);
    expect((await search("&from=2090")).headers.get("teczka-documents-searched")).toBe("0");
    expect((await search("%20kolejka")).headers.get("teczka-words-absent")).toBe("kolejka");
    expect(await search("&parcel=nie%20działka")).toMatchObject({ status: 400, body: { code: "query_unreadable" } });
    expect(await search("&document=nie-ma.pdf")).toMatchObject({ status: 404, body: { code: "document_unknown" } });
  });

  it("looks permits up by what a register knows, and says how many registers were asked", async () => {
    const none = await call("GET", "/v1/permits?number=614/2014&parcel=", clerk);
    expect(none).toMatchObject({ status: 200, body: [] });
    expect(none.headers.get("teczka-registers-searched")).toBe("0");
    expect(await call("GET", "/v1/permits", clerk)).toMatchObject({ status: 400, body: { code: "query_empty" } });
    for (const unread of ["number=abc", "parcel=%00", "address=12", "signature=AB"]) {
      const refused = await call("GET", `/v1/permits?${unread}`, clerk);
      expect({ unread, ...refused }).toMatchObject({ unread, status: 400, body: { code: "query_unreadable" } });
    }
  });

  it("checks citations of an answer that anyone wrote, and finds none in what the key may not see", async () => {
    const claim = (document: string, quote: string) => ({
      text: `${quote}.`,
      citations: [{ document, page: 1, quote }],
    });
    const body = {
      claims: [
        claim("decyzja.txt", "Zatwierdzam projekt budowlany i udzielam pozwolenia na budowę garażu"),
        claim("decyzja.txt", "Odmawiam zatwierdzenia projektu budowlanego"),
        claim("opinia.txt", "tylko dla wtajemniczonych"),
      ],
    };
    const { status, body: checked } = await call("POST", "/v1/citations/check", clerk, body);
    expect(status).toBe(200);
    expect(checked).toMatchObject({
      claims: [
        { verdict: "supported", citations: [{ found: true }] },
        { verdict: "unsupported", citations: [{ found: false }] },
        { verdict: "unsupported", citations: [{ found: false }] },
      ],
    });
    expect(await call("POST", "/v1/citations/check", clerk, { claims: [{}] })).toMatchObject({
      status: 400,
      body: { code: "body_invalid", detail: expect.stringContaining("claims.0.text") as string },
    });
  });
});
