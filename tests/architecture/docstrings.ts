import ts from 'typescript';

/** The words of a text, lower case, a name taken apart: `epochText` → epoch, text. */
function wordsOf(text: string): string[] {
  return (
    text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? []
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return [(named ? statement.name?.getText() : undefined) ?? 'default'];
}

/** What the docstring right above a statement says, tags included; one that a blank line parts from it speaks of the file. */
function contractOf(statement: ts.Statement): string {
  const text = statement.getFullText().slice(0, statement.getStart() - statement.getFullStart());
  return /\/\*\*((?:[^*]|\*(?!\/))*)\*\/[ \t]*\n?[ \t]*$/.exec(text)?.[1] ?? '';
}

/**
 * The exports of a source that say nothing beyond their own name: without a docstring, or with one whose words are all
 * in the name. An overload's first signature speaks for the rest.
 *
 * @returns each as `file:line name`
 */
export function bareExports(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const seen = new Set<string>();
  return source.statements.flatMap((statement) => {
    const isExport =
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true);
    if (!isExport) return [];
    const names = namesOf(statement);
    if (names.every((name) => seen.has(name))) return [];
    for (const name of names) seen.add(name);
    const own = new Set([...names.flatMap(wordsOf), 'the', 'a', 'an', 'of']);
    if (wordsOf(contractOf(statement)).some((word) => !own.has(word))) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
    return [`${path}:${line + 1} ${names.join(', ')}`];
  });
}
