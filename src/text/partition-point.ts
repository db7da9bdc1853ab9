/**
 * Index of the first item that `isBefore` refuses, by binary search; the number of items when it takes them all. The items
 * it takes must all stand before those it refuses. The first of [3, 5, 8] that is not below 5 is at 1.
 */
export function partitionPoint<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
