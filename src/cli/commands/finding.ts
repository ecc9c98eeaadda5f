/** One thing that `teczka doctor` looked at. */
export interface Finding {
  name: string;
  status: "ok" | "warning" | "failed";
  detail: string;
  hint?: string;
}
