package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** The order of answers, against an ordinary priority queue. */
class ExpectedRepliesTest {

  @Test
  void givesTheEarliestFirstAsAnOrdinaryQueueDoes() {
    RandomStream random = RandomStream.of(1, "expected-replies", "");
    ExpectedReplies replies = new ExpectedReplies();
    PriorityQueue<Long> oracle = new PriorityQueue<>();
    for (int step = 0; step < 100_000; step++) {
      if (oracle.isEmpty() || random.nextInt(100) < 51) {
        long atNs = random.nextInt(1_000_000);
        replies.add(atNs, (int) atNs / 2);
        oracle.add(atNs);
      } else {
        long atNs = oracle.remove();
        assertEquals(atNs, replies.firstNs());
        assertEquals((int) atNs / 2, replies.firstRow());
        replies.removeFirst();
      }
      assertEquals(oracle.isEmpty(), replies.isEmpty());
    }
    assertTrue(oracle.size() > 100, "the heap grew past its first arrays");
  }
}
