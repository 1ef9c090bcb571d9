package dev.haishin.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * How fast a host works, by time: known before the run and immutable.
 *
 * <p>A server at speed 1 does a nanosecond of work in a nanosecond, a slower one less, and one that
 * is paused does none. Speeds are whole billionths, and service that crosses changes is integrated
 * from change to change in integers, so a departure is exact but for being rounded up to the
 * nanosecond. Times are from t = 0.
 */
public final class Capacity {
  /** A host that is never slowed. */
  public static final Capacity FULL =
      new Capacity(new long[] {Long.MIN_VALUE}, new long[] {1_000_000_000L});

  /** A departure beyond the end of any run, which latencies can be added to. */
  public static final long NEVER = Long.MAX_VALUE / 4;

  private static final long ONE = 1_000_000_000L;
  private static final double MOST = 9;

  private final long[] fromNs;
  private final long[] speeds;

  /**
   * A time during which a host works at another speed than usual. Those that overlap multiply.
   *
   * @param untilNs exclusive; {@link Long#MAX_VALUE} for good, which a pause cannot be
   * @param speed 0 for a pause, 1 for no change, at most 9
   */
  public record Spell(long fromNs, long untilNs, double speed) {
    /** Refuses what is no speed, and a pause that never ends. */
    public Spell {
      if (!(speed >= 0 && speed <= MOST)) {
        throw new IllegalArgumentException("a speed lies in 0 to 9, not " + speed);
      }
      if (speed == 0 && untilNs == Long.MAX_VALUE) {
        throw new IllegalArgumentException("a pause has an end");
      }
    }

    private boolean covers(long atNs) {
      return fromNs <= atNs && atNs < untilNs;
    }
  }

  private Capacity(long[] fromNs, long[] speeds) {
    this.fromNs = fromNs;
    this.speeds = speeds;
  }

  /** What is left of a host in all of these times; {@link #FULL} where nothing is taken. */
  public static Capacity of(List<Spell> spells) {
    TreeMap<Long, Long> speedFrom = new TreeMap<>();
    speedFrom.put(Long.MIN_VALUE, 0L);
    for (Spell spell : spells) {
      if (spell.fromNs() < spell.untilNs()) {
        speedFrom.put(spell.fromNs(), 0L);
        speedFrom.put(spell.untilNs(), 0L);
      }
    }
    speedFrom.remove(Long.MAX_VALUE);
    Sweep sweep = new Sweep(spells);
    speedFrom.replaceAll((atNs, none) -> sweep.speed(atNs));
    long[] from = speedFrom.keySet().stream().mapToLong(Long::longValue).toArray();
    long[] speeds = speedFrom.values().stream().mapToLong(Long::longValue).toArray();
    boolean isFull = Arrays.stream(speeds).allMatch(speed -> speed == ONE);
    return isFull ? FULL : new Capacity(from, speeds);
  }

  /** Whether the host is never slowed. */
  public boolean isFull() {
    return this == FULL;
  }

  /** The speed at an instant: 0 if paused, 1 if nothing is taken. */
  public double speedAt(long atNs) {
    return speeds[spellAt(atNs)] / (double) ONE;
  }

  /**
   * When work is done.
   *
   * @param startNs when a server begins it
   * @param workNs what it takes at speed 1, at least 0
   * @return the first whole nanosecond at which it is done and the host not paused, {@link #NEVER}
   *     if that is later
   */
  public long doneNs(long startNs, long workNs) {
    long atNs = startNs;
    long wholeNs = workNs;
    long parts = 0; // Billionths of a nanosecond of work, besides the whole ones.
    for (int spell = spellAt(startNs); ; spell++) {
      long endNs = spell + 1 < fromNs.length ? fromNs[spell + 1] : Long.MAX_VALUE;
      long speed = speeds[spell];
      if (speed > 0) {
        long neededNs = timeOf(wholeNs, parts, speed);
        if (neededNs <= endNs - atNs) {
          return Math.min(NEVER, atNs + neededNs);
        }
        long spentNs = endNs - atNs;
        long rest = spentNs % ONE * speed;
        wholeNs -= spentNs / ONE * speed + rest / ONE;
        parts -= rest % ONE;
        if (parts < 0) {
          parts += ONE;
          wholeNs--;
        }
      }
      atNs = endNs;
    }
  }

  /** How long work takes at a speed, rounded up. */
  private static long timeOf(long wholeNs, long parts, long speed) {
    if (speed == ONE) {
      return wholeNs + (parts > 0 ? 1 : 0);
    }
    long rounds = wholeNs / speed;
    if (rounds > NEVER / ONE - 1) {
      return NEVER;
    }
    long rest = wholeNs % speed * ONE + parts;
    return rounds * ONE + rest / speed + (rest % speed > 0 ? 1 : 0);
  }

  private int spellAt(long atNs) {
    int place = Arrays.binarySearch(fromNs, atNs);
    return place >= 0 ? place : -place - 2;
  }

  /** The spells that hold at instants that are asked for in ascending order. */
  private static final class Sweep {
    private final Spell[] spells;
    private int next;
    private Spell[] held = new Spell[0];

    Sweep(List<Spell> all) {
      spells = all.toArray(new Spell[0]);
      Arrays.sort(
          spells,
          Comparator.comparingLong(Spell::fromNs)
              .thenComparingLong(Spell::untilNs)
              .thenComparingDouble(Spell::speed));
    }

    long speed(long atNs) {
      int before = next;
      while (next < spells.length && spells[next].fromNs() <= atNs) {
        next++;
      }
      Spell[] some = Arrays.copyOf(held, held.length + next - before);
      System.arraycopy(spells, before, some, held.length, next - before);
      held = Arrays.stream(some).filter(spell -> spell.covers(atNs)).toArray(Spell[]::new);
      double speed = 1;
      for (Spell spell : held) {
        speed *= spell.speed();
      }
      return speed == 0 ? 0 : Math.max(1, Math.round(Math.min(speed, MOST) * ONE));
    }
  }
}
