/** Interface texts by key. Braces name the values that a text needs: `Step {n} of {total}`. */
export type Messages = Readonly<Record<string, string>>;

/** What may stand for a name in braces. */
export type Values = Readonly<Record<string, string | number>>;

/** Gives the text of a key. Throws on a key that no language file has. */
export type Say = (key: string, values?: Values) => string;

/** A `Say` that can be asked first. */
export interface Translator extends Say {
  /** Has the language a text for this key? */
  has(key: string): boolean;
}

/** Puts values in the place of `{name}`. A name without a value is a mistake and throws. */
export function format(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in “${template}”.`);
    return String(value);
  });
}

/** A translator over one language's messages. */
export function translator(messages: Messages): Translator {
  const text = (key: string, values?: Values): string => {
    const template = messages[key];
    if (template === undefined) throw new Error(`No interface text has the key “${key}”.`);
    return format(template, values);
  };
  return Object.assign(text, { has: (key: string) => Object.hasOwn(messages, key) });
}

/**
 * A number of things in words: takes the key's plural form (`<key>.one`, `<key>.other`, …) for
 * the language, with the number as `{n}`.
 */
export function count(t: Say, lang: string, key: string, n: number): string {
  return t(`${key}.${new Intl.PluralRules(lang).select(n)}`, { n });
}
