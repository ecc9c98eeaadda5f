/** Below this a vector has no direction. */
const shortestLength = 1e-9;

/** The vector brought to the length 1; `undefined` when it is empty, zero, or not all numbers. */
export function unitVector(numbers: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...numbers);
  if (!(length > shortestLength) || !Number.isFinite(length)) return undefined;
  return Float32Array.from(numbers, (number) => number / length);
}
