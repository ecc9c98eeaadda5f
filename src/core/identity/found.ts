/** A thing found in running text: where it stands (UTF-16, half open) and what it says. */
export interface Found<T> {
  value: T;
  start: number;
  end: number;
  text: string;
}
