package dev.haishin.model.kafka;

import java.util.Arrays;

/** Shares partitions out among the members of a group (row K04: Range and CooperativeSticky). */
final class Assignment {
  private Assignment() {}

  /**
   * Range: each member a stretch of partitions, the first ones one more where it does not divide.
   */
  static void range(int[] owners, int[] members) {
    if (members.length == 0) {
      Arrays.fill(owners, GroupTimeline.NOBODY);
      return;
    }
    int each = owners.length / members.length;
    int rest = owners.length % members.length;
    int partition = 0;
    for (int i = 0; i < members.length; i++) {
      int count = i < rest ? each + 1 : each;
      Arrays.fill(owners, partition, partition + count, members[i]);
      partition += count;
    }
  }

  /** A member owns nothing any more. */
  static void orphan(int[] owners, int member) {
    for (int p = 0; p < owners.length; p++) {
      owners[p] = owners[p] == member ? GroupTimeline.NOBODY : owners[p];
    }
  }

  /**
   * Sticky: nobody's partitions go to whoever has fewest, then whoever has most gives to whoever
   * has fewest until no two members differ by more than one. Of two alike the first in order.
   */
  static void sticky(int[] owners, int[] members) {
    if (members.length == 0) {
      Arrays.fill(owners, GroupTimeline.NOBODY);
      return;
    }
    int[] load = new int[members.length];
    for (int owner : owners) {
      int at = owner == GroupTimeline.NOBODY ? -1 : Arrays.binarySearch(members, owner);
      if (at >= 0) {
        load[at]++;
      }
    }
    for (int p = 0; p < owners.length; p++) {
      if (owners[p] == GroupTimeline.NOBODY) {
        int least = extreme(load, -1);
        owners[p] = members[least];
        load[least]++;
      }
    }
    int most = extreme(load, 1);
    int least = extreme(load, -1);
    while (load[most] > load[least] + 1) {
      owners[last(owners, members[most])] = members[least];
      load[most]--;
      load[least]++;
      most = extreme(load, 1);
      least = extreme(load, -1);
    }
  }

  private static int extreme(int[] load, int sign) {
    int best = 0;
    for (int i = 1; i < load.length; i++) {
      best = sign * load[i] > sign * load[best] ? i : best;
    }
    return best;
  }

  private static int last(int[] owners, int member) {
    int p = owners.length - 1;
    while (owners[p] != member) {
      p--;
    }
    return p;
  }
}
