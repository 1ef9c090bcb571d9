package dev.haishin.model.fanout;

import dev.haishin.delivery.Chat;
import dev.haishin.delivery.Members;
import dev.haishin.model.population.Chats;

/** One message's chat and its members, as the delivery code asks for them. */
final class ChatMembers implements Chat, Members {
  private final Chats chats;
  private long chat;
  private int sender;

  ChatMembers(Chats chats) {
    this.chats = chats;
  }

  void of(long messageChat, int messageSender) {
    this.chat = messageChat;
    this.sender = messageSender;
  }

  @Override
  public long chatId() {
    return chat;
  }

  @Override
  public long senderId() {
    return sender;
  }

  @Override
  public int memberCount() {
    return chats.size(chat);
  }

  @Override
  public int size() {
    return chats.size(chat);
  }

  @Override
  public long member(int index) {
    return chats.member(chat, index);
  }
}
