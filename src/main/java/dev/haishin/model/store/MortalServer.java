package dev.haishin.model.store;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.rack.Answers;
import dev.haishin.model.rack.Command;
import dev.haishin.model.rack.Mishap;
import dev.haishin.model.rack.RackHost;

/** A region server that may die, and whose regions come and go. */
public final class MortalServer implements RackHost {
  private final RegionServer server;
  private final MessageStore store;
  private final int number;
  private int restarts;

  /**
   * A server.
   *
   * @param number of it within the store
   */
  public MortalServer(RegionServer server, MessageStore store, int number) {
    this.server = server;
    this.store = store;
    this.number = number;
  }

  @Override
  public long execute(long nowNs, Command command, Answers answers) {
    Outages outages = store.outages();
    if (outages.isDown(number, nowNs)) {
      answers.fail(outages.isDark(number, nowNs) ? Mishap.SILENCE : Mishap.RESET, nowNs);
      return nowNs;
    }
    RegionTenures tenures = store.tenures();
    int region = store.region(command.operation(), command.second());
    int tenure = tenures.at(region, nowNs);
    if (tenure == RegionTenures.NONE || tenures.server(region, tenure) != number) {
      answers.fail(tenure == RegionTenures.NONE ? Mishap.UNAVAILABLE : Mishap.ELSEWHERE, nowNs);
      return nowNs;
    }
    restart(nowNs);
    long deathNs = outages.nextDownNs(number, nowNs);
    long doneNs = server.execute(nowNs, command, answers, deathNs);
    if (doneNs >= deathNs) {
      boolean isDark = outages.isDark(number, deathNs);
      answers.fail(isDark ? Mishap.SILENCE : Mishap.RESET, deathNs);
    }
    return doneNs;
  }

  private void restart(long nowNs) {
    Outages outages = store.outages();
    while (restarts < outages.count(number) && outages.upNs(number, restarts) <= nowNs) {
      server.restart(outages.upNs(number, restarts));
      restarts++;
    }
  }
}
