package dev.haishin.model;

import dev.haishin.delivery.PartitionHash;
import dev.haishin.model.population.Chats;
import dev.haishin.results.Counter;
import dev.haishin.results.Hottest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which partition of a home's topic and which chat most accepted messages belong to.
 *
 * <p>Partitions are counted one by one. Chats are too many for that: they share counters, each chat
 * two of them by two hashes (a count-min sketch: Cormode and Muthukrishnan, 2005), and the lesser
 * of its two is at least its number. With n messages it is more than that by over n / 2,000 for one
 * chat in a thousand at most.
 */
final class HotKeys {
  private static final int COUNTERS = 1 << 14;
  private static final double NS_PER_SECOND = 1e9;

  private final String region;
  private final long fromNs;
  private final long[] partitions;
  private int[] sketch = {};
  private long chat = -1;
  private int chatMessages;

  /**
   * Nothing counted yet.
   *
   * @param region the home's name
   * @param fromNs where the measured part of the run begins
   */
  HotKeys(String region, int partitions, long fromNs) {
    this.region = region;
    this.fromNs = fromNs;
    this.partitions = new long[partitions];
  }

  void accepted(long chatNumber, long atNs) {
    if (atNs < fromNs) {
      return;
    }
    if (sketch.length == 0) {
      sketch = new int[2 * COUNTERS];
    }
    partitions[PartitionHash.partition(chatNumber, partitions.length)]++;
    long hash = chatNumber * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 32;
    hash *= 0xD6E8FEB86659FD93L;
    int first = (int) (hash >>> 40) & (COUNTERS - 1);
    int second = COUNTERS + ((int) (hash >>> 20) & (COUNTERS - 1));
    int messages = Math.min(++sketch[first], ++sketch[second]);
    if (messages > chatMessages) {
      chatMessages = messages;
      chat = chatNumber;
    }
  }

  /**
   * The hottest partition and chat; nothing where no message was accepted.
   *
   * @param untilNs where the run ends
   */
  List<Hottest> hottest(Chats chats, long untilNs) {
    if (chat < 0) {
      return List.of();
    }
    double seconds = (untilNs - fromNs) / NS_PER_SECOND;
    int most = 0;
    for (int i = 1; i < partitions.length; i++) {
      most = partitions[i] > partitions[most] ? i : most;
    }
    double mean = (double) Arrays.stream(partitions).sum() / partitions.length;
    String counted = Counter.MESSAGES_ACCEPTED.path();
    return List.of(
        new Hottest(
            Hottest.PARTITION,
            counted,
            region + "/kafka/partition/" + most,
            partitions[most] / seconds,
            OptionalDouble.of(partitions[most] / mean)),
        new Hottest(
            Hottest.CHAT,
            counted,
            region + "/chat/" + chat + " of " + chats.size(chat) + " members",
            chatMessages / seconds,
            OptionalDouble.empty()));
  }
}
