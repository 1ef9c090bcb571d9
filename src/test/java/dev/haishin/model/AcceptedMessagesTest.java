package dev.haishin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AcceptedMessagesTest {
  @Test
  void countsEachMessageOnce() {
    AcceptedMessages messages = new AcceptedMessages(3);
    for (int turn = 0; turn < 2; turn++) {
      for (int row = 0; row < 200; row += 3) {
        messages.add(Messages.id(0, row));
        messages.add(Messages.id(2, row));
      }
    }
    assertEquals(2 * 67, messages.count());
  }
}
