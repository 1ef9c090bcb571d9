package dev.haishin.delivery;

/**
 * Holds a plugged-in strategy to the rules of {@link FanoutStrategy}: every recipient is reached
 * exactly once, nobody else is, and what a notification is about can be fetched.
 *
 * <p>Serves one worker; the strategies that come with the product go without it.
 */
final class CheckedFanout implements FanoutStrategy, FanoutSink {
  private static final long NOBODY = -1;
  private static final int STATE = 0;
  private static final long WAITING = 0;
  private static final long WRITTEN = 1;
  private static final long REACHED = 2;

  private final String plugin;
  private final FanoutStrategy strategy;
  private final LongTable recipients = new LongTable(1);
  private FanoutSink sink;
  private Chat chat;
  private boolean isLogged;
  private long justWritten;
  private int reached;
  private PluginFailure broken;

  CheckedFanout(String name, FanoutStrategy strategy) {
    this.plugin = "fan-out strategy '" + name + "'";
    this.strategy = strategy;
  }

  @Override
  public void fanOut(Chat ofMessage, Members members, FanoutSink carryingOut) {
    begin(ofMessage, members, carryingOut);
    try {
      strategy.fanOut(ofMessage, members, this);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError thrown) {
      throw broken != null
          ? broken
          : new PluginFailure(plugin, chat.chatId(), chat.messageId(), "threw " + thrown, thrown);
    }
    if (broken != null) {
      throw broken;
    }
    if (justWritten != NOBODY) {
      breaks("writes the inbox of user " + justWritten + " and does not reach them");
    }
    if (reached < recipients.size()) {
      breaks("leaves out user " + firstLeftOut(members));
    }
  }

  @Override
  public void writeInbox(long recipient) {
    require(justWritten == NOBODY, "does not reach the user whose inbox it wrote last, but writes");
    int cell = cellOf(recipient, "writes the inbox of");
    if (recipients.value(cell, STATE) != WAITING) {
      breaks("writes the inbox of user " + recipient + " twice, or after reaching them");
    }
    recipients.setValue(cell, STATE, WRITTEN);
    justWritten = recipient;
    sink.writeInbox(recipient);
  }

  @Override
  public void appendLog(long chatId) {
    if (chatId != chat.chatId()) {
      breaks("appends to the log of chat " + chatId + ", which is another one");
    }
    require(!isLogged, "appends twice to the log");
    require(
        justWritten == NOBODY, "does not reach the user whose inbox it wrote last, but appends");
    isLogged = true;
    sink.appendLog(chatId);
  }

  @Override
  public void route(long recipient) {
    reach(recipient, "routes to");
    sink.route(recipient);
  }

  @Override
  public void notifyMember(long recipient) {
    long written = justWritten;
    reach(recipient, "notifies");
    if (!isLogged && written != recipient) {
      breaks("notifies user " + recipient + " of a message that nothing holds for them");
    }
    sink.notifyMember(recipient);
  }

  private void begin(Chat ofMessage, Members members, FanoutSink carryingOut) {
    chat = ofMessage;
    sink = carryingOut;
    isLogged = false;
    justWritten = NOBODY;
    reached = 0;
    broken = null;
    recipients.clear();
    long sender = ofMessage.senderId();
    for (int i = 0; i < members.size(); i++) {
      if (members.member(i) != sender) {
        recipients.insert(members.member(i));
      }
    }
  }

  private void reach(long recipient, String doing) {
    int cell = cellOf(recipient, doing);
    if (recipients.value(cell, STATE) == REACHED) {
      breaks(doing + " user " + recipient + ", who was reached before");
    }
    if (justWritten != NOBODY && justWritten != recipient) {
      breaks(doing + " user " + recipient + " before user " + justWritten + ", written last");
    }
    recipients.setValue(cell, STATE, REACHED);
    justWritten = NOBODY;
    reached++;
  }

  private int cellOf(long recipient, String doing) {
    int cell = recipient < 0 ? LongTable.ABSENT : recipients.find(recipient);
    if (cell == LongTable.ABSENT) {
      boolean isSender = recipient == chat.senderId();
      breaks(doing + " user " + recipient + ", " + (isSender ? "the sender" : "a stranger"));
    }
    return cell;
  }

  private long firstLeftOut(Members members) {
    for (int i = 0; i < members.size(); i++) {
      int cell = recipients.find(members.member(i));
      if (cell != LongTable.ABSENT && recipients.value(cell, STATE) != REACHED) {
        return members.member(i);
      }
    }
    throw new IllegalStateException("everybody was reached");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      breaks(otherwise);
    }
  }

  /** Remembered, in case that the plug-in catches it. */
  private void breaks(String what) {
    broken = new PluginFailure(plugin, chat.chatId(), chat.messageId(), what, null);
    throw broken;
  }
}
