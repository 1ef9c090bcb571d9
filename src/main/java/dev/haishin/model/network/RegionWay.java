package dev.haishin.model.network;

/**
 * The way between the region where people live and that of a gateway to which they are connected,
 * the same in both directions.
 *
 * @param from where people live
 * @param to where the gateway stands
 * @param ns one way, nanoseconds; 0 within a region
 * @param cuts when which regions are parted
 */
public record RegionWay(int from, int to, long ns, Cuts cuts) {
  /** No way at all: everybody is connected to the own region. */
  public static final RegionWay NONE = new RegionWay(0, 0, 0, new Cuts(1));

  /** Whether it is ever cut. */
  public boolean isEverCut() {
    return cuts.parts(from, to);
  }

  /** Whether nothing passes at an instant. */
  public boolean isCut(long atNs) {
    return cuts.openNs(from, to, atNs) != atNs;
  }

  /** When what is sent at an instant leaves for good: at once, or by TCP when the cut is over. */
  public long passesNs(long sentNs, long firstRtoNs) {
    return cuts.passesNs(from, to, sentNs, firstRtoNs);
  }
}
