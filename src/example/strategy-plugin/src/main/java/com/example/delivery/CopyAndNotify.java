package com.example.delivery;

import dev.haishin.delivery.Chat;
import dev.haishin.delivery.FanoutSink;
import dev.haishin.delivery.FanoutStrategy;
import dev.haishin.delivery.Members;

/**
 * A copy in every inbox, so that nobody depends on the chat's log; the whole message goes out at
 * once in small chats only. In larger ones members are notified and fetch their copy.
 */
final class CopyAndNotify implements FanoutStrategy {
  private final long wholeUpTo;

  /**
   * Makes the strategy.
   *
   * @param wholeUpTo members, sender included, of the largest chat that gets whole messages
   */
  CopyAndNotify(long wholeUpTo) {
    this.wholeUpTo = wholeUpTo;
  }

  @Override
  public void fanOut(Chat chat, Members members, FanoutSink sink) {
    boolean isSmall = chat.memberCount() <= wholeUpTo;
    for (int i = 0; i < members.size(); i++) {
      long recipient = members.member(i);
      if (recipient == chat.senderId()) {
        continue;
      }
      sink.writeInbox(recipient);
      if (isSmall) {
        sink.route(recipient);
      } else {
        sink.notifyMember(recipient);
      }
    }
  }
}
