import type { z } from "zod";
import type { Access } from "../src/core/access.ts";
import type { DocumentStore } from "../src/core/ports/document-store.ts";
import type { PassageIndex } from "../src/core/ports/passage-index.ts";
import type { PermitRegister } from "../src/core/ports/permit-register.ts";
import type { StreetNames } from "../src/core/ports/street-names.ts";

/** The archive as the tools see it: to read, never to write. */
export interface Archive {
  documents: DocumentStore;
  passages: PassageIndex;
  register: PermitRegister;
  /** Former names of streets; absent where an archive knows of none. */
  streets?: Pick<StreetNames, "renamings">;
}

export interface ToolContext {
  archive: Archive;
  access: Access;
}

/** One tool, one file: the same schema for agent, CLI and API. A tool reads; none writes, approves or sends. */
export interface Tool<Input extends z.ZodType, Output extends z.ZodType> {
  /** snake_case, as a model sees it. */
  name: string;
  /** Polish: what it does and when to use it. */
  description: string;
  input: Input;
  output: Output;
  run(input: z.infer<Input>, context: ToolContext): Promise<z.infer<Output>>;
}
