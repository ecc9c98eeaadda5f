import { TeczkaError } from "../errors.ts";
import type { DecidedDraft } from "../ports/draft-store.ts";
import { printDate } from "../identity/dates.ts";
import { statusWords } from "../in-words.ts";

/** A question is a question: this is four pages of one. */
const longestQuestion = 4000;

/** The question as it is asked, or a TeczkaError `question_empty`, `question_too_long` or `question_not_text`. */
export function requireQuestion(question: string): string {
  const trimmed = question.trim();
  if (trimmed === "") {
    throw new TeczkaError("invalid", "question_empty", "Pytanie jest puste.", "Wpisz, czego szukasz w archiwum.");
  }
  if (trimmed.length > longestQuestion) {
    throw new TeczkaError(
      "invalid",
      "question_too_long",
      `Pytanie ma ${trimmed.length} znaków; najwięcej może mieć ${longestQuestion}.`,
      "Skróć pytanie: podaj działkę, znak sprawy, numer decyzji albo adres i to, co chcesz wiedzieć.",
    );
  }
  // RFC 8785 hashes no lone surrogate, and a control character is no letter of any question.
  if (!trimmed.isWellFormed() || /\p{Cc}/u.test(trimmed.replaceAll(/[\t\r\n]/gu, ""))) {
    throw new TeczkaError(
      "invalid",
      "question_not_text",
      "Pytanie zawiera znaki, które nie są tekstem.",
      "Wpisz pytanie ponownie, bez znaków sterujących; kodowanie to UTF-8.",
    );
  }
  return trimmed;
}

export function draftUnknown(id: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "draft_unknown",
    `Nie ma projektu odpowiedzi ${id}.`,
    "Sprawdź identyfikator na liście projektów.",
  );
}

export function answerUnknown(id: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "answer_unknown",
    `Nie ma zatwierdzonej odpowiedzi ${id}.`,
    "Odpowiedź istnieje dopiero po zatwierdzeniu projektu przez urzędnika.",
  );
}

export function sourcesChanged(id: string): TeczkaError {
  return new TeczkaError(
    "conflict",
    "sources_changed",
    `Cytowane strony albo wiersze rejestru zmieniły się od czasu przygotowania projektu ${id}.`,
    "Zadaj pytanie ponownie: nowy projekt oprze się na obecnej treści archiwum.",
  );
}

export function alreadyDecided({ draft, decision }: DecidedDraft): TeczkaError {
  const who = decision ? `: ${decision.by}, ${printTime(decision.at)}` : "";
  return new TeczkaError(
    "conflict",
    "draft_already_decided",
    `Projekt odpowiedzi ${draft.id} jest już ${statusWords[draft.status]}${who}.`,
    "Odczytaj go ponownie; decyzji o projekcie nie podejmuje się drugi raz.",
  );
}

/** `12 marca 2014 r., 10:05 UTC` */
function printTime(at: string): string {
  return `${printDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}
