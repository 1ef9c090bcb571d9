package dev.haishin.model.fanout;

import dev.haishin.delivery.Members;
import dev.haishin.model.population.Chats;

/** The members of one chat at a time, as the delivery code asks for them. */
final class ChatMembers implements Members {
  private final Chats chats;
  private long chat;

  ChatMembers(Chats chats) {
    this.chats = chats;
  }

  void of(long thisChat) {
    this.chat = thisChat;
  }

  @Override
  public int size() {
    return chats.size(chat);
  }

  @Override
  public int member(int position) {
    return chats.member(chat, position);
  }
}
