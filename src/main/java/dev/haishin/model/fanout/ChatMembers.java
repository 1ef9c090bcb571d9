package dev.haishin.model.fanout;

import dev.haishin.delivery.Chat;
import dev.haishin.delivery.Members;
import dev.haishin.model.population.ChatRates;
import dev.haishin.model.population.Chats;

/** One message's chat and its members, as the delivery code asks for them. */
final class ChatMembers implements Chat, Members {
  private final Chats chats;
  private final ChatRates rates;
  private long message;
  private long chat;
  private int sender;

  ChatMembers(Chats chats, ChatRates rates) {
    this.chats = chats;
    this.rates = rates;
  }

  void of(long messageId, long messageChat, int messageSender) {
    this.message = messageId;
    this.chat = messageChat;
    this.sender = messageSender;
  }

  @Override
  public long messageId() {
    return message;
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
  public double messagesPerSecond() {
    return rates.messagesPerSecond(chat);
  }

  @Override
  public int size() {
    return chats.size(chat);
  }

  @Override
  public long member(int index) {
    return chats.member(chat, index);
  }

  @Override
  public double readsPerSecond(int index) {
    return rates.readsPerSecond(chat, chats.member(chat, index));
  }
}
