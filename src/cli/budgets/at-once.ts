/** So many pages are open at once: most of the time of each is waiting. */
const AT_ONCE = 4;

/** What `work` makes of each item, in the order of the items; a few are worked on at once. */
export async function atOnce<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  const open = items.entries();
  const worker = async () => {
    for (const [i, item] of open) made[i] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return made;
}
