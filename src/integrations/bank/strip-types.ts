import { stripTypeScriptTypes } from 'node:module';

/** A proof as a JavaScript function expression of `tf`. */
export function asFunction(proof: string): string {
  return `async (tf) => {\n${proof}\n}`;
}

/** Whether a proof parses as the body of an async JavaScript function. */
function isJavaScript(proof: string): boolean {
  try {
    return typeof new Function(`return (${asFunction(proof)});`) === 'function';
  } catch {
    return false;
  }
}

/** A proof without its types, or the message of its syntax error. Plain JavaScript comes back as it is. */
export function stripTypes(proof: string): { readonly code: string } | { readonly message: string } {
  if (isJavaScript(proof)) return { code: proof };
  const [head, tail] = ['const proof = async (tf) => {\n', '\n};'];
  try {
    const stripped = stripTypeScriptTypes(`${head}${proof}${tail}`);
    return { code: stripped.slice(head.length, -tail.length) };
  } catch (error) {
    return { message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
