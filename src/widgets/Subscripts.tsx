/** A text in which `L_D` stands for L with a D below the line. */
export function Subscripts({ text }: { readonly text: string }) {
  return <>{text.split(/(?<=\p{L})_(\p{L})/u).map((part, i) => (i % 2 === 1 ? <sub key={i}>{part}</sub> : part))}</>;
}
