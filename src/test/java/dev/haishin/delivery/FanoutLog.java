package dev.haishin.delivery;

import java.util.List;

/** Writes down what a strategy asks for, a line a call. */
record FanoutLog(List<String> calls) implements FanoutSink {
  @Override
  public void writeInbox(long recipient) {
    calls.add("inbox " + recipient);
  }

  @Override
  public void appendLog(long chatId) {
    calls.add("log " + chatId);
  }

  @Override
  public void route(long recipient) {
    calls.add("route " + recipient);
  }

  @Override
  public void notifyMember(long recipient) {
    calls.add("notify " + recipient);
  }
}
