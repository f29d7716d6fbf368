/** The message function islands are given; see `islandTranslator`. */
export type Translator = (key: string, values?: Readonly<Record<string, string | number>>) => string;
