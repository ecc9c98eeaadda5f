import { TeczkaError } from "../src/core/errors.ts";

/**
 * A part of a query that cannot be read. It was not looked up, and must not come back as "nothing found"; `field` lets
 * a page show it beside the field.
 */
export class UnreadableQuery extends TeczkaError {
  readonly field: string;

  constructor(field: string, message: string, hint: string) {
    super("invalid", "query_unreadable", message, hint);
    this.field = field;
  }
}
