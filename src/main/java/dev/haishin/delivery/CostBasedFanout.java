package dev.haishin.delivery;

/**
 * Decides for each chat and member: a copy is pushed where the member reads the chat so often that
 * fetching would cost more than copying, and pulled where the chat writes more often than that.
 *
 * <p>The rule of Silberstein, Terrace, Cooper and Ramakrishnan, "Feeding Frenzy: Selectively
 * Materializing Users' Event Feeds", SIGMOD 2010: with producer rate p, consumer rate c, push cost
 * H an event and pull cost L a query, push where {@code c * L >= p * H}. The cost of a pair is then
 * {@code min(H * p, L * c)} a second, and the sum is never above that of pushing or pulling all.
 */
public final class CostBasedFanout implements FanoutStrategy {
  private final double pushCost;
  private final double pullCost;

  /**
   * Makes the strategy. Only the ratio of the two costs counts.
   *
   * @param pushCost of a copy in one inbox; above 0
   * @param pullCost of one fetch from a chat's log, in the same unit; above 0
   */
  public CostBasedFanout(double pushCost, double pullCost) {
    if (!(pushCost > 0 && pullCost > 0)) {
      throw new IllegalArgumentException("costs are " + pushCost + " and " + pullCost);
    }
    this.pushCost = pushCost;
    this.pullCost = pullCost;
  }

  @Override
  public void fanOut(Chat chat, Members members, FanoutSink sink) {
    long sender = chat.senderId();
    double pushing = chat.messagesPerSecond() * pushCost;
    boolean isLogged = false;
    int size = members.size();
    for (int i = 0; i < size; i++) {
      long recipient = members.member(i);
      if (recipient == sender) {
        continue;
      }
      if (members.readsPerSecond(i) * pullCost >= pushing) {
        sink.writeInbox(recipient);
        sink.route(recipient);
      } else {
        if (!isLogged) {
          sink.appendLog(chat.chatId());
          isLogged = true;
        }
        sink.notifyMember(recipient);
      }
    }
  }
}
