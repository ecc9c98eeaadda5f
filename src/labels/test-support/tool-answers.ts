import { MemorySaver } from "@langchain/langgraph";
import { createPermitClerk } from "../../../agents/permit-clerk/agent.ts";
import { checkCitations } from "../../../tools/check-citations.ts";
import { findConflicts } from "../../../tools/find-conflicts.ts";
import { listCaseDocuments } from "../../../tools/list-case-documents.ts";
import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import { propertyHistory } from "../../../tools/property-history.ts";
import { readDocument } from "../../../tools/read-document.ts";
import { readPage } from "../../../tools/read-page.ts";
import { searchPassages } from "../../../tools/search-passages.ts";
import type { Archive, Tool } from "../../../tools/tool.ts";
import type { z } from "zod";
import type { Access } from "../../core/access.ts";
import { isTeczkaError } from "../../core/errors.ts";

/** What is asked about: each value by each tool that takes such a one. */
export interface Subjects {
  numbers: readonly string[];
  parcels: readonly string[];
  signatures: readonly string[];
  addresses: readonly string[];
  words: readonly string[];
  /** Ids, paths, names or hashes. */
  documents: readonly string[];
  /** Put to the agent. */
  questions: readonly string[];
}

export interface ToolAnswer {
  asked: string;
  answer: unknown;
}

/** Every tool's and the agent's answers to somebody with this access: what they give, or the error with its words. */
export async function toolAnswers(archive: Archive, access: Access, subjects: Subjects): Promise<ToolAnswer[]> {
  const answers: ToolAnswer[] = [];
  const ask = async (asked: string, work: () => Promise<unknown>) => {
    answers.push({ asked, answer: await work().catch(told) });
  };
  const run = async <I extends z.ZodType, O extends z.ZodType>(tool: Tool<I, O>, input: unknown) => {
    const asked = `${tool.name} ${JSON.stringify(input)}`;
    await ask(asked, () => tool.run(tool.input.parse(input), { archive, access }));
  };
  const { numbers, parcels, signatures, addresses, words, documents, questions } = subjects;
  const named = [
    ...numbers.map((number) => ({ number })),
    ...parcels.map((parcel) => ({ parcel })),
    ...signatures.map((signature) => ({ signature })),
    ...addresses.map((address) => ({ address })),
  ];
  for (const subject of named) {
    await run(propertyHistory, { ...subject, on: "2018-01-01" });
    await run(findConflicts, subject);
    await run(lookUpPermits, { ...subject, related: true });
    const { number: decisionNumber, ...other } = { number: undefined, ...subject };
    await run(listCaseDocuments, decisionNumber ? { decisionNumber } : other);
  }
  await run(findConflicts, {});
  await run(findConflicts, { documents: 2, from: 1 });
  for (const query of words) {
    await run(searchPassages, { query, limit: 20 });
    await run(searchPassages, { query, limit: 5, parcel: parcels[0], from: "2014" });
  }
  for (const document of documents) {
    await run(readDocument, { document });
    await run(readPage, { document, page: 1 });
    const citations = [{ document, page: 1, quote: "udzielam pozwolenia na budowę" }];
    await run(checkCitations, { claims: [{ text: "Udzielono pozwolenia na budowę.", citations }] });
  }
  return [...answers, ...(await agentAnswers(archive, access, questions))];
}

/** What the agent finds, on behalf of somebody with this access. */
export async function agentAnswers(
  archive: Archive,
  access: Access,
  questions: readonly string[],
): Promise<ToolAnswer[]> {
  const agent = createPermitClerk({ archive, checkpointer: new MemorySaver(), software: "teczka test" });
  const answers: ToolAnswer[] = [];
  for (const asked of questions) {
    const found = agent.run({ id: asked, question: asked }, { id: "c", role: "clerk", access });
    answers.push({ asked, answer: await found.catch(told) });
  }
  return answers;
}

/** An error is an answer too; one that is not ours fails the test. */
function told(error: unknown): unknown {
  if (!isTeczkaError(error)) throw error;
  const { kind, code, message, hint } = error;
  return { kind, code, message, hint };
}
