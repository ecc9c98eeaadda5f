import { html } from "hono/html";
import type { Html } from "./layout.ts";

export interface Field {
  name: string;
  label: string;
  /** What cannot be told by an example. */
  hint?: string;
  /** An example of what can be written there, behind „np.”. */
  example?: string;
}

/** Why what stands in a field cannot be read, and what to do about it. */
export interface Fault {
  message: string;
  hint: string;
}

/** A text field with its example; a fault stands beside the field it is about, and is read out with it. */
export function textField(field: Field, value: string, fault?: Fault, type: "text" | "date" = "text"): Html {
  const { name, label } = field;
  const described = fault ? `${name}-fault` : hintOf(field) ? `${name}-hint` : "";
  return html`<p${fault ? html` class="faulty"` : ""}><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="500" autocomplete="off"${
    described ? html` aria-describedby="${described}"` : ""
  }${fault ? html` aria-invalid="true" autofocus` : ""}>
${fault ? html`<span class="fault" id="${name}-fault">${fault.message} ${fault.hint}</span>` : hintView(field)}</p>`;
}

export interface Choice {
  value: string;
  name: string;
}

export function choiceField(field: Field, choices: readonly Choice[], chosen: string): Html {
  const { name, label } = field;
  return html`<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}"${hintOf(field) ? html` aria-describedby="${name}-hint"` : ""}>${choices.map(
    ({ value, name: told }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ""}>${told}</option>`,
  )}</select>
${hintView(field)}</p>`;
}

function hintOf({ example, hint }: Field): string {
  return [hint ?? "", example ? `np. ${example}` : ""].filter(Boolean).join(", ");
}

function hintView(field: Field): Html {
  const hint = hintOf(field);
  return hint ? html`<span class="hint" id="${field.name}-hint">${hint}</span>` : html``;
}
