package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.failure.Takeover;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Plays through what the store's master does about the outages of region servers, before a run.
 *
 * <p>A dead server's regions are closed from its death on. The master learns of it when the
 * server's ZooKeeper session ends, or when the server is back and reports anew, whichever comes
 * first. It then gives the regions to the servers alive, in turn; each is open when its part of the
 * log is replayed. The log is in a distributed file system, so nothing acknowledged is lost. A
 * server that is back has no regions; the balancer, at its next round without a region in recovery,
 * moves those that were its own back to it. At a second site, each server has its regions open when
 * the site is promoted.
 *
 * <p>Left out: loss of the master, of ZooKeeper and of the file system; splits.
 */
final class Reassignment {
  private static final int DOWN = 0;
  private static final int UP = 1;
  private static final int LEARN = 2;
  private static final int OPEN = 3;
  private static final int BALANCE = 4;
  private static final int PROMOTE = 5;

  private final RecoveryRules rules;
  private final Outages outages;
  private final RegionTenures tenures;
  private final long key;
  private final int[] tenant;
  private final int[] mandate;
  private final int[] deaths;
  private final boolean[] alive;
  private final boolean[] unlearnt;
  private final boolean[] open;
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::atNs).thenComparingInt(Step::order));
  private int order;
  private int nextTarget;
  private int closed;
  private boolean balancing;

  private Reassignment(RecoveryRules rules, int perServer, Outages outages, long key) {
    this.rules = rules;
    this.outages = outages;
    this.key = key;
    int servers = outages.hosts();
    int regions = servers * perServer;
    tenures = new RegionTenures(regions, perServer);
    tenant = new int[regions];
    mandate = new int[regions];
    open = new boolean[regions];
    for (int region = 0; region < regions; region++) {
      tenant[region] = tenures.own(region);
      open[region] = true;
    }
    deaths = new int[servers];
    unlearnt = new boolean[servers];
    alive = new boolean[servers];
    Arrays.fill(alive, true);
  }

  /**
   * The course of a store.
   *
   * @param perServer regions of each server
   * @param takeover by a second site, null if there is none
   * @param name of the store; keys what is drawn
   */
  static RegionTenures play(
      RecoveryRules rules,
      int perServer,
      Outages outages,
      Takeover takeover,
      long seed,
      String name) {
    long key = CounterHash.key(seed, "store.recovery", name);
    return new Reassignment(rules, perServer, outages, key).play(takeover);
  }

  private RegionTenures play(Takeover takeover) {
    for (int server = 0; server < outages.hosts(); server++) {
      for (int i = 0; i < outages.count(server); i++) {
        add(outages.downNs(server, i), DOWN, server, 0);
        if (outages.upNs(server, i) != Outages.NEVER) {
          add(outages.upNs(server, i), UP, server, 0);
        }
      }
    }
    if (takeover != null) {
      add(takeover.promotedNs(), PROMOTE, 0, 0);
    }
    while (!steps.isEmpty()) {
      Step step = steps.poll();
      switch (step.what) {
        case DOWN -> down(step.atNs, step.subject);
        case UP -> up(step.atNs, step.subject);
        case LEARN -> {
          if (step.mandate == deaths[step.subject]) {
            learn(step.atNs, step.subject);
          }
        }
        case OPEN -> opened(step);
        case PROMOTE -> promoted(step.atNs);
        default -> balance(step.atNs);
      }
    }
    return tenures;
  }

  private void down(long atNs, int server) {
    alive[server] = false;
    unlearnt[server] = true;
    deaths[server]++;
    for (int region : regionsOf(server)) {
      mandate[region]++;
      if (open[region]) {
        shut(region, atNs);
      }
    }
    add(atNs + rules.sessionTimeoutNs(), LEARN, server, deaths[server]);
  }

  private void up(long atNs, int server) {
    alive[server] = true;
    for (int other = 0; other < alive.length; other++) {
      if (other == server || alive.length - dead() == 1) {
        learn(atNs, other);
      }
    }
    if (!balancing) {
      balancing = true;
      add((atNs / rules.balanceNs() + 1) * rules.balanceNs(), BALANCE, 0, 0);
    }
  }

  /** The master learns that a server has died, and gives its regions away. */
  private void learn(long atNs, int server) {
    if (!unlearnt[server] || dead() == alive.length) {
      return; // With no server alive, the next that comes back takes all.
    }
    if (!alive[server] && !sessionEnded(atNs, server)) {
      return;
    }
    unlearnt[server] = false;
    for (int region : regionsOf(server)) {
      tenant[region] = target();
      mandate[region]++;
      long drawn = CounterHash.bits(key, region, mandate[region]);
      add(atNs + rules.recovery().valueAt(drawn), OPEN, region, mandate[region]);
    }
  }

  private boolean sessionEnded(long atNs, int server) {
    long diedNs = -1;
    for (int i = 0; i < outages.count(server); i++) {
      if (outages.downNs(server, i) <= atNs) {
        diedNs = outages.downNs(server, i);
      }
    }
    return atNs - diedNs >= rules.sessionTimeoutNs();
  }

  private void opened(Step step) {
    if (step.mandate == mandate[step.subject]) {
      open[step.subject] = true;
      closed--;
      tenures.open(step.subject, step.atNs, tenant[step.subject]);
    }
  }

  private void promoted(long atNs) {
    for (int region = 0; region < tenant.length; region++) {
      if (alive[tenures.own(region)] && !open[region]) {
        tenant[region] = tenures.own(region);
        mandate[region]++;
        opened(new Step(atNs, 0, OPEN, region, mandate[region]));
      }
    }
  }

  private void balance(long atNs) {
    balancing = false;
    boolean anyLeft = closed > 0;
    for (int region = 0; region < tenant.length && closed == 0; region++) {
      anyLeft |= tenant[region] != tenures.own(region) && alive[tenures.own(region)];
    }
    if (!anyLeft || (closed > 0 && steps.isEmpty())) {
      return; // Nothing is away, or what is closed stays closed.
    }
    if (closed > 0) {
      balancing = true;
      add(atNs + rules.balanceNs(), BALANCE, 0, 0);
      return;
    }
    for (int region = 0; region < tenant.length; region++) {
      int own = tenures.own(region);
      if (tenant[region] != own && alive[own]) {
        shut(region, atNs);
        tenant[region] = own;
        mandate[region]++;
        add(atNs + rules.moveNs(), OPEN, region, mandate[region]);
      }
    }
  }

  private void shut(int region, long atNs) {
    open[region] = false;
    closed++;
    tenures.close(region, atNs);
  }

  private int target() {
    do {
      nextTarget = (nextTarget + 1) % alive.length;
    } while (!alive[nextTarget]);
    return nextTarget;
  }

  private int dead() {
    int count = 0;
    for (boolean lives : alive) {
      count += lives ? 0 : 1;
    }
    return count;
  }

  private List<Integer> regionsOf(int server) {
    List<Integer> found = new ArrayList<>();
    for (int region = 0; region < tenant.length; region++) {
      if (tenant[region] == server) {
        found.add(region);
      }
    }
    return found;
  }

  private void add(long atNs, int what, int subject, int ofMandate) {
    steps.add(new Step(atNs, order++, what, subject, ofMandate));
  }

  /** Something that happens to a server or a region. */
  private record Step(long atNs, int order, int what, int subject, int mandate) {}
}
