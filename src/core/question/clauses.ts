import { tokensOf } from "./cues.ts";
import { type Intent, intentsOf } from "./intents.ts";

/** Where a second question begins: „…, i czy”, „oraz kto”, „a kiedy”. A bare „i” joins words, not questions. */
const joint =
  /[\s,]+(?:i|oraz|a)\s+(?=(?:czy|kto|komu|kogo|kiedy|ile|dlaczego|czemu|jak\p{L}*|(?:od|do)\s+kiedy|na\s+kogo)(?!\p{L}))/giu;

/** The kinds of answer that a question of several parts asks for; of a single question none. */
export function intentsOfParts(question: string): Intent[] {
  const parts = question.split(joint);
  if (parts.length < 2) return [];
  return [...new Set(parts.map((part) => intentsOf(tokensOf(part))[0] ?? "general"))];
}
