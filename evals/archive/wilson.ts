/**
 * Wilson score interval for a share (E. B. Wilson, 1927, "Probable inference, the law of succession, and statistical
 * inference", JASA 22): unlike the textbook interval it stays inside 0…1 and is honest for few trials.
 * @param z standard normal quantile; 1.96 gives 95 %.
 */
export function wilsonInterval(hits: number, trials: number, z = 1.96): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const middle = share + (z * z) / (2 * trials);
  const scale = 1 + (z * z) / trials;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
