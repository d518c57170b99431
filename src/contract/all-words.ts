/**
 * A list of all words of a generated type, checked in both directions: a word that the document gains has to be added.
 *
 * @example all<Environment>()(['production', 'non_production'])
 */
export function all<Word extends string>() {
  return <const List extends readonly Word[]>(
    words: Exclude<Word, List[number]> extends never ? List : readonly [never, Exclude<Word, List[number]>],
  ): List => words as List;
}
