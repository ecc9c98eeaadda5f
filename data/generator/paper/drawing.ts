/** A site plan as vector graphics: lines and labels in page points, origin at the top left. */
export interface Drawing {
  lines: { points: [number, number][]; width: number; dash?: boolean; fill?: string; close?: boolean }[];
  labels: { x: number; y: number; text: string; size: number; factKey?: string; kind?: string; value?: string }[];
}
