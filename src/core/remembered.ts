/** Values kept by one function: bounds memory, and holds the days of ten years at once. */
const most = 5000;

/**
 * A pure function of a text with a short memory. Registers say the same things over and over (a case has a row for
 * each parcel), and reading a date or a signature anew costs more than all the rest of a row.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined || known.has(text)) return value as T;
    // A text that was cut out of a longer one would keep all of that in memory (V8 slices), so a copy is kept.
    const copy = ` ${text}`.slice(1);
    const made = read(copy);
    if (known.size >= most) known.clear();
    known.set(copy, made);
    return made;
  };
}
