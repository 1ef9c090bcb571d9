package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.rack.Racks;
import org.junit.jupiter.api.Test;

/** How rows are shared out over region servers. */
class MessageStoreTest {
  /** The 99.9% point of the chi-square law with 79 degrees of freedom. */
  private static final double CHI_SQUARE_79_AT_99_9 = 123.59;

  @Test
  void sharesRowsOutEvenly() {
    MessageStore store = new MessageStore(new Racks(new int[] {500, 501, 502}, 80));
    int[] inboxes = new int[80];
    int[] chats = new int[80];
    for (int i = 0; i < 80_000; i++) {
      inboxes[store.serverOfInbox(i)]++;
      chats[store.serverOfChat((1L << 60) + i)]++;
    }
    assertTrue(chiSquare(inboxes) < CHI_SQUARE_79_AT_99_9);
    assertTrue(chiSquare(chats) < CHI_SQUARE_79_AT_99_9);
    inboxes[0] += 400;
    assertTrue(chiSquare(inboxes) > CHI_SQUARE_79_AT_99_9, "one hot server is noticed");
  }

  private static double chiSquare(int[] counts) {
    double sum = 0;
    for (int count : counts) {
      sum += (count - 1_000.0) * (count - 1_000.0) / 1_000;
    }
    return sum;
  }
}
